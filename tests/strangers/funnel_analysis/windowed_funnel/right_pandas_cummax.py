import numpy as np
import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def windowed_funnel(events):
    e = events.dropna(subset=["user_id", "event_ts"]).copy()
    e["k"] = e["event_name"].map(dict(zip(STEPS, range(1, 5))))
    e = e.dropna(subset=["k"]).sort_values(["user_id", "event_ts", "k"]).reset_index(drop=True)
    e["us"] = e["event_ts"].astype("int64").astype("float64") / 1 if len(e) else pd.Series(dtype="float64")
    start = e["event_ts"].where(e["k"] == 1)
    users = []
    for k in range(1, 5):
        here = start.where(e["k"] == k)
        ok = (e["event_ts"] - here) <= pd.Timedelta(days=7)
        users.append(e.loc[ok, "user_id"].nunique())
        start = here.groupby(e["user_id"]).ffill()
        start = start.groupby(e["user_id"]).cummax() if len(e) else start
    s = pd.Series(users, dtype="Int64")
    prev = s.shift()
    return pd.DataFrame({"step": [1, 2, 3, 4], "event_name": pd.Series(STEPS, dtype="string"), "users": s,
                         "from_start": s / (users[0] or np.nan), "from_previous": s / prev.replace(0, pd.NA), "dropped": prev - s})
