from bisect import bisect_left
from collections import defaultdict

import pandas as pd


def ordered_funnel(events):
    names = ("view", "add_to_cart", "checkout", "purchase")
    times = defaultdict(lambda: {n: [] for n in names})
    for u, t, n in zip(events["user_id"], events["event_ts"], events["event_name"]):
        if pd.notna(u) and pd.notna(t) and n in names:
            times[u][n].append(t)
    users = [0, 0, 0, 0]
    for per in times.values():
        now = pd.Timestamp.min
        for k, n in enumerate(names):
            ts = sorted(per[n])
            i = bisect_left(ts, now)
            if i == len(ts):
                break
            now = ts[i]
            users[k] += 1
    rows = []
    for k in range(4):
        before = users[k - 1] if k else None
        rows.append({"STEP": k + 1, "EVENT_NAME": names[k], "USERS": users[k], "FROM_START": users[k] / users[0] if users[0] else None,
                     "FROM_PREVIOUS": users[k] / before if before else None, "DROPPED": None if before is None else before - users[k]})
    return pd.DataFrame(rows)
