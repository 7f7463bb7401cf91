# A gap of exactly 30 minutes starts a new session here, but only *more* than 30 minutes do.
# Compare the gap with > 30 minutes instead of >=.
# rule: boundary
import pandas as pd


def average_session_length(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap >= pd.Timedelta(minutes=30))
    df["session"] = is_new.groupby(df["user_id"]).cumsum()
    lengths = df.groupby(["user_id", "session"])["ts"].agg(["min", "max"])
    minutes = (lengths["max"] - lengths["min"]).dt.total_seconds() / 60
    return pd.DataFrame({"sessions": [len(minutes)], "avg_session_minutes": [minutes.mean()]})
