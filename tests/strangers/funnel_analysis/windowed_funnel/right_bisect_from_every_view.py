from bisect import bisect_left
from collections import defaultdict

import pandas as pd


def windowed_funnel(events):
    names = ["view", "add_to_cart", "checkout", "purchase"]
    e = events[
        events["user_id"].notna() & events["event_ts"].notna() & events["event_name"].isin(names)
    ].sort_values("event_ts")
    times = defaultdict(lambda: {n: [] for n in names})
    for user, ts, name in zip(e["user_id"], e["event_ts"], e["event_name"]):
        times[int(user)][name].append(ts)

    week = pd.Timedelta(hours=168)
    users = [0, 0, 0, 0]
    for t in times.values():
        best = 0
        for opened in t["view"]:
            depth, at = 1, opened
            for name in names[1:]:
                i = bisect_left(t[name], at)
                if i == len(t[name]) or t[name][i] > opened + week:
                    break
                at = t[name][i]
                depth += 1
            best = max(best, depth)
        for k in range(best):
            users[k] += 1

    out = pd.DataFrame({"step": [1, 2, 3, 4], "event_name": names, "users": users})
    prev = out["users"].shift().astype("float64")
    top = float(users[0]) if users[0] else float("nan")
    out["from_start"] = out["users"] / top
    out["from_previous"] = out["users"] / prev.where(prev > 0)
    out["dropped"] = (prev - out["users"]).astype("Int64")
    return out
