# not listed: users with as many sessions stay in order of their first appearance in the file
import pandas as pd


def user_sessions(clickstream):
    k = clickstream.dropna(subset=["user_id", "ts"]).drop_duplicates()
    first = k.user_id.drop_duplicates()
    c = k.sort_values(["user_id", "ts"])
    c = c.assign(s=(~(c.groupby("user_id")["ts"].diff() <= pd.Timedelta(minutes=30))).cumsum())
    t = (
        c.groupby(["user_id", "s"])
        .agg(a=("ts", "min"), b=("ts", "max"), events=("page_url", "size"))
        .reset_index()
    )
    t["m"] = (t["b"] - t["a"]) / pd.Timedelta(minutes=1)
    r = t.groupby("user_id").agg(
        sessions=("s", "size"),
        events=("events", "sum"),
        total_minutes=("m", "sum"),
        avg_session_minutes=("m", "mean"),
        bounce_rate=("events", lambda e: (e == 1).mean()),
    )
    return r.loc[list(first)].reset_index().sort_values("sessions", ascending=False, kind="stable")
