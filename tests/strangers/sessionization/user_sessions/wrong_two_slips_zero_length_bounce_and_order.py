# Two slips: a bounce is a session of zero minutes (two pages in one second count as bounce), and equal numbers of sessions are ordered by user_id descending.
import pandas as pd


def user_sessions(clickstream):
    c = clickstream.dropna(subset=["user_id", "ts"]).drop_duplicates()
    c = c.sort_values(["user_id", "ts"]).astype({"user_id": "int64"})
    c["k"] = (c.groupby("user_id")["ts"].diff() > pd.Timedelta(minutes=30)).astype("int64")
    c["k"] = c.groupby("user_id")["k"].cumsum()
    s = c.groupby(["user_id", "k"], as_index=False).agg(a=("ts", "min"), b=("ts", "max"), events=("ts", "count"))
    s["minutes"] = (s["b"] - s["a"]).dt.total_seconds() / 60
    s["bounce"] = s["minutes"].eq(0).astype("float64")
    out = s.groupby("user_id", as_index=False).agg(
        sessions=("k", "count"),
        events=("events", "sum"),
        total_minutes=("minutes", "sum"),
        avg_session_minutes=("minutes", "mean"),
        bounce_rate=("bounce", "mean"),
    )
    return out.sort_values(["sessions", "user_id"], ascending=False)
