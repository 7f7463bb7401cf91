# .dt.seconds is only the seconds part of a length and forgets its days: a session of 24 hours looks like
# 0 minutes. Take .dt.total_seconds() / 60, which has the days and the fractions in it.
# rule: length
import pandas as pd


def average_session_length(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap > pd.Timedelta(minutes=30))
    df["session"] = is_new.groupby(df["user_id"]).cumsum()
    ends = df.groupby(["user_id", "session"])["ts"].agg(["min", "max"])
    length = ends["max"] - ends["min"]
    minutes = (length.dt.seconds + length.dt.microseconds / 1e6) / 60
    return pd.DataFrame({"sessions": [len(minutes)], "avg_session_minutes": [minutes.mean()]})
