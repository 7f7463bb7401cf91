# pages repeats the number of events: a page that was opened twice counts twice. Count the
# different pages of a session: "nunique", or count(DISTINCT page_url).
# rule: pages
import pandas as pd


def session_table(clickstream):
    df = clickstream.dropna(subset=["user_id", "ts"]).drop_duplicates(["user_id", "ts", "page_url"])
    df = df.sort_values(["user_id", "ts", "page_url"])
    gap = df.groupby("user_id")["ts"].diff()
    is_new = gap.isna() | (gap > pd.Timedelta(minutes=30))
    df["session_number"] = is_new.groupby(df["user_id"]).cumsum()

    out = df.groupby(["user_id", "session_number"], as_index=False).agg(
        session_start=("ts", "min"),
        session_end=("ts", "max"),
        events=("page_url", "size"),
        pages=("page_url", "count"),
        entry_page=("page_url", "first"),
        exit_page=("page_url", "last"),
    )
    out["minutes"] = (out["session_end"] - out["session_start"]).dt.total_seconds() / 60
    return out
