import pandas as pd


def sessionize(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"])
    c = c.sort_values(["user_id", "ts", "page_url"]).reset_index(drop=True)
    c["user_id"] = c["user_id"].astype("int64")
    gap = c.groupby("user_id")["ts"].diff()
    opens = (gap.isna() | (gap > pd.Timedelta(minutes=30))).astype("int64")
    c["session_number"] = opens.groupby(c["user_id"]).cumsum()
    return c[["user_id", "session_number", "ts", "page_url"]]
