from collections import defaultdict
from datetime import timedelta

import pandas as pd
import pyarrow as pa

STEPS = ("view", "add_to_cart", "checkout", "purchase")


def windowed_funnel(events):
    per = defaultdict(lambda: defaultdict(set))
    for r in events.to_dict("records"):
        if not (pd.isna(r["user_id"]) or pd.isna(r["event_ts"]) or pd.isna(r["event_name"])):
            per[r["user_id"]][r["event_name"]].add(r["event_ts"].to_pydatetime())

    def go(steps, k, now, end):
        if k == 4:
            return 4
        return max([k] + [go(steps, k + 1, t, end) for t in steps[STEPS[k]] if now <= t <= end])

    depth = [max(go(s, 1, v, v + timedelta(hours=168)) for v in s["view"]) for s in per.values() if s.get("view")]
    n = [sum(d > k for d in depth) for k in range(4)]
    div = lambda a, b: a / b if b else None
    return pa.table({"step": [1, 2, 3, 4], "event_name": pa.array(STEPS).dictionary_encode(), "users": n,
                     "from_start": pa.array([div(x, n[0]) for x in n], pa.float64()),
                     "from_previous": pa.array([None] + [div(n[k], n[k - 1]) for k in (1, 2, 3)], pa.float64()),
                     "dropped": pa.array([None] + [n[k - 1] - n[k] for k in (1, 2, 3)], pa.int32())})
