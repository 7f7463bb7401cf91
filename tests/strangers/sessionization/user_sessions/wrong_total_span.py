# total = last minus first
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
        .agg(a=("ts", "min"), b=("ts", "max"), events=("page_url", "size"))
        .reset_index()
    )
    t["m"] = (t["b"] - t["a"]) / pd.Timedelta(minutes=1)
    r = (
        t.groupby("user_id")
        .agg(
            sessions=("s", "size"),
            events=("events", "sum"),
            a=("a", "min"),
            b=("b", "max"),
            avg_session_minutes=("m", "mean"),
            bounce_rate=("events", lambda e: (e == 1).mean()),
        )
        .reset_index()
    )
    r["total_minutes"] = (r.b - r.a) / pd.Timedelta(minutes=1)
    return r.drop(columns=["a", "b"]).sort_values(["sessions", "user_id"], ascending=[False, True])
