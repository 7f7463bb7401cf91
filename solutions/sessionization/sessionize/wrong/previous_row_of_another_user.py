# The first click of a user is compared with the last click of the user above, so whether it opens
# a session depends on a stranger. Group by user_id before diff() (in SQL: PARTITION BY user_id
# inside lag).
# rule: clicks
import pandas as pd


def sessionize(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts", "page_url"])
    gap = df["ts"].diff()
    is_new = gap.isna() | (gap > pd.Timedelta(minutes=30))
    df["session_number"] = is_new.groupby(df["user_id"]).cumsum()
    return df[["user_id", "session_number", "ts", "page_url"]]
