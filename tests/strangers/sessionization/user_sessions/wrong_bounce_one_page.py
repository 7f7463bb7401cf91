# bounce = one distinct page
import pandas as pd


def user_sessions(clickstream):
    c = (
        clickstream.dropna(subset=["user_id", "ts"])
        .drop_duplicates()
        .sort_values(["user_id", "ts"])
    )
    c = c.assign(s=(~(c.groupby("user_id")["ts"].diff() <= pd.Timedelta(minutes=30))).cumsum())
    t = (
        c.groupby(["user_id", "s"])
        .agg(
            a=("ts", "min"),
            b=("ts", "max"),
            events=("page_url", "size"),
            pages=("page_url", "nunique"),
        )
        .reset_index()
    )
    t["m"] = (t["b"] - t["a"]) / pd.Timedelta(minutes=1)
    t["bounce"] = t["pages"].eq(1)
    r = (
        t.groupby("user_id")
        .agg(
            sessions=("s", "size"),
            events=("events", "sum"),
            total_minutes=("m", "sum"),
            avg_session_minutes=("m", "mean"),
            bounce_rate=("bounce", "mean"),
        )
        .reset_index()
    )
    return r.sort_values(["sessions", "user_id"], ascending=[False, True])
