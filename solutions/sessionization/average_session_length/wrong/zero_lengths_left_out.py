# Sessions of length 0 are counted but left out of the mean, so the average rises. A visit of one
# click lasted 0 minutes, which is a value: keep it in the mean.
# rule: length
import pandas as pd


def average_session_length(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap > pd.Timedelta(minutes=30))
    df["session"] = is_new.groupby(df["user_id"]).cumsum()
    lengths = df.groupby(["user_id", "session"])["ts"].agg(["min", "max"])
    minutes = (lengths["max"] - lengths["min"]).dt.total_seconds() / 60
    return pd.DataFrame({"sessions": [len(minutes)], "avg_session_minutes": [minutes[minutes > 0].mean()]})
