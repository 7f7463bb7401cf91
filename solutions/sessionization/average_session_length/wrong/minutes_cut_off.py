# The lengths are cut to whole minutes, so 90 seconds become 1. Lengths are unrounded: divide
# .dt.total_seconds() by 60 with /, not //.
# rule: length
import pandas as pd


def average_session_length(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap > pd.Timedelta(minutes=30))
    df["session"] = is_new.groupby(df["user_id"]).cumsum()
    lengths = df.groupby(["user_id", "session"])["ts"].agg(["min", "max"])
    minutes = (lengths["max"] - lengths["min"]).dt.total_seconds() // 60
    return pd.DataFrame({"sessions": [len(minutes)], "avg_session_minutes": [minutes.mean()]})
