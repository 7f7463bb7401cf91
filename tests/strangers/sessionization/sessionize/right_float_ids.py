# user ids pass through float64: integers in the tables stay below 2**53, so nothing is lost
import pandas as pd


def sessionize(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).copy()
    c["user_id"] = c["user_id"].astype("float64")
    c = c.sort_values(["user_id", "ts", "page_url"])
    gap = c.groupby("user_id")["ts"].diff()
    c["session_number"] = (
        (~(gap <= pd.Timedelta(minutes=30))).astype(int).groupby(c["user_id"]).cumsum()
    )
    return c
