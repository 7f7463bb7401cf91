# Two slips: the average is taken over users' own averages instead of over sessions, and an empty table gives 0.0 instead of NULL.
import pandas as pd


def average_session_length(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts"])
    if c.empty:
        return pd.DataFrame({"sessions": [0], "avg_session_minutes": [0.0]})
    gap = c.groupby("user_id")["ts"].diff()
    c = c.assign(k=(gap > pd.Timedelta(minutes=30)).astype("int64"))
    c["k"] = c.groupby("user_id")["k"].cumsum()
    s = c.groupby(["user_id", "k"])["ts"].agg(["min", "max"])
    s["minutes"] = (s["max"] - s["min"]) / pd.Timedelta(minutes=1)
    mean = s.groupby(level="user_id")["minutes"].mean().mean()
    return pd.DataFrame({"sessions": [len(s)], "avg_session_minutes": [mean]})
