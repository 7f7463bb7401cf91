# The gaps are taken in the order of the file, which means nothing: a click may be compared with a
# later one. Sort by user_id and ts before groupby(...).diff(), not only at the end.
# rule: clicks
import pandas as pd


def sessionize(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap > pd.Timedelta(minutes=30))
    df = df.assign(session_number=is_new.groupby(df["user_id"]).cumsum())
    return df.sort_values(["user_id", "ts", "page_url"])[["user_id", "session_number", "ts", "page_url"]]
