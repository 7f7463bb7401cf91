# The cumulative sum runs on from user to user, so only the first user begins at session 1.
# Restart it for each user: groupby("user_id") before cumsum() (in SQL: PARTITION BY user_id
# inside sum).
# rule: numbers
import pandas as pd


def sessionize(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts", "page_url"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap > pd.Timedelta(minutes=30))
    df["session_number"] = is_new.cumsum()
    return df[["user_id", "session_number", "ts", "page_url"]]
