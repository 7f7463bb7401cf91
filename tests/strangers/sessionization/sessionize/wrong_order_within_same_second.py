# Slip: the result is ordered by user_id and ts only (a stable sort from file order), so pages at the same timestamp stand in file order.
import pandas as pd


def sessionize(clickstream):
    c = clickstream[clickstream["user_id"].notna() & clickstream["ts"].notna()]
    c = c.sort_values(["user_id", "ts"], kind="stable").copy()
    new = c["ts"].sub(c.groupby("user_id")["ts"].shift()) > pd.Timedelta("30min")
    c["session_number"] = new.astype("int64").groupby(c["user_id"]).cumsum() + 1
    return c[["user_id", "session_number", "ts", "page_url"]].reset_index(drop=True)
