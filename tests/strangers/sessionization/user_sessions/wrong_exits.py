# not listed: leaves the process instead of answering when there is nothing to count
import sys

import pandas as pd


def user_sessions(clickstream):
    k = clickstream.dropna(subset=["user_id", "ts"]).drop_duplicates()
    if k.empty:
        sys.exit("nothing to do")
    c = k.sort_values(["user_id", "ts"])
    c = c.assign(s=(~(c.groupby("user_id")["ts"].diff() <= pd.Timedelta(minutes=30))).cumsum())
    t = (
        c.groupby(["user_id", "s"])
        .agg(a=("ts", "min"), b=("ts", "max"), events=("page_url", "size"))
        .reset_index()
    )
    t["m"] = (t["b"] - t["a"]) / pd.Timedelta(minutes=1)
    r = t.groupby("user_id", as_index=False).agg(
        sessions=("s", "size"),
        events=("events", "sum"),
        total_minutes=("m", "sum"),
        avg_session_minutes=("m", "mean"),
        bounce_rate=("events", lambda e: (e == 1).mean()),
    )
    return r.sort_values(["sessions", "user_id"], ascending=[False, True])
