# .dt.seconds is only the seconds part of a length: it forgets whole days and drops fractions of a
# second. Take .dt.total_seconds() / 60.
# rule: length
import pandas as pd


def average_session_length(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap > pd.Timedelta(minutes=30))
    df["session"] = is_new.groupby(df["user_id"]).cumsum()
    lengths = df.groupby(["user_id", "session"])["ts"].agg(["min", "max"])
    minutes = (lengths["max"] - lengths["min"]).dt.seconds / 60
    return pd.DataFrame({"sessions": [len(minutes)], "avg_session_minutes": [minutes.mean()]})
