# deduplicated on time only
import pandas as pd


def session_table(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).sort_values(["user_id", "ts", "page_url"])
    c["session_number"] = (
        (~(c.groupby("user_id").ts.diff() <= pd.Timedelta(minutes=30)))
        .astype(int)
        .groupby(c.user_id)
        .cumsum()
    )
    g = c.groupby(["user_id", "session_number"])
    t = g.agg(
        session_start=("ts", "min"),
        session_end=("ts", "max"),
        events=("ts", "nunique"),
        pages=("page_url", "nunique"),
        entry_page=("page_url", "first"),
        exit_page=("page_url", "last"),
    ).reset_index()
    t["minutes"] = (t.session_end - t.session_start).dt.total_seconds() / 60
    return t
