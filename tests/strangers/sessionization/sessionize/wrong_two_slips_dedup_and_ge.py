# Two slips: exact duplicate rows are removed, and a gap of exactly 30 minutes already starts a new session (>=).
import pandas as pd


def sessionize(clickstream):
    c = clickstream.dropna().drop_duplicates().sort_values(["user_id", "ts", "page_url"])
    idle = c.groupby("user_id")["ts"].diff() >= pd.Timedelta(minutes=30)
    first = ~c["user_id"].duplicated()
    c = c.assign(session_number=(idle | first).astype("int64"))
    c["session_number"] = c.groupby("user_id")["session_number"].cumsum()
    return c[["user_id", "session_number", "ts", "page_url"]]
