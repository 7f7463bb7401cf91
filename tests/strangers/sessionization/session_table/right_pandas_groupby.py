# drop_duplicates, groupby agg with named aggregation, an unnamed leftover index column set as index
import pandas as pd


def session_table(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).drop_duplicates(["user_id", "ts", "page_url"])
    c = c.sort_values(["user_id", "ts", "page_url"])
    c["session_number"] = (~(c.groupby("user_id").ts.diff() <= pd.Timedelta(minutes=30))).astype(
        int
    )
    c["session_number"] = c.groupby("user_id").session_number.cumsum()
    t = c.groupby(["user_id", "session_number"], as_index=False).agg(
        session_start=("ts", "min"),
        session_end=("ts", "max"),
        events=("ts", "size"),
        pages=("page_url", "nunique"),
        entry_page=("page_url", "first"),
        exit_page=("page_url", "last"),
    )
    t["minutes"] = (t.session_end - t.session_start).dt.total_seconds() / 60
    t.index = t.index * 7 + 3
    return t
