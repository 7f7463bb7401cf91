# sorts and thins the caller's frame in place (right, with a warning)
import pandas as pd


def sessionize(clickstream):
    clickstream.dropna(subset=["user_id", "ts"], inplace=True)
    clickstream.sort_values(["user_id", "ts", "page_url"], inplace=True)
    gap = clickstream.groupby("user_id")["ts"].diff()
    flag = gap.isna() | (gap > pd.Timedelta("30min"))
    out = clickstream.assign(session_number=flag.groupby(clickstream["user_id"]).cumsum())
    out["session_number"] = out["session_number"].astype("Int64")
    out["page_url"] = out["page_url"].astype("category")
    return out
