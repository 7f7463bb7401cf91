# Rows without a time are kept, but nobody knows to which session they belong. Leave them out
# before you look at gaps: dropna(subset=["user_id", "ts"]).
# rule: missing
import pandas as pd


def sessionize(clickstream):
    df = clickstream.dropna(subset=["user_id"]).sort_values(["user_id", "ts", "page_url"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap > pd.Timedelta(minutes=30))
    df["session_number"] = is_new.groupby(df["user_id"]).cumsum()
    return df[["user_id", "session_number", "ts", "page_url"]]
