import datetime as dt

import numpy as np
import pandas as pd


def funnel_by_device(events):
    names = {"view": 0, "add_to_cart": 1, "checkout": 2, "purchase": 3}
    log = {}
    for u, t, n, d in zip(*(events[c] for c in ["user_id", "event_ts", "event_name", "device"])):
        if pd.isna(u) or pd.isna(t) or pd.isna(n) or n not in names:
            continue
        log.setdefault(u, []).append((t.to_pydatetime(), names[n], "unknown" if pd.isna(d) else str(d)))
    table = {}
    for rows in log.values():
        views = [(t, d) for t, k, d in rows if k == 0]
        if not views:
            continue
        # latest start for each step, walking forward in time
        start, deep = [None] * 4, 1
        for t, k, _ in sorted(rows):
            origin = t if k == 0 else start[k - 1]
            if origin is None:
                continue
            start[k] = origin if start[k] is None else max(start[k], origin)
            if t - origin <= dt.timedelta(7):
                deep = max(deep, k + 1)
        counts = table.setdefault(min(views)[1], np.zeros(4, dtype=np.int32))
        counts[:deep] += 1
    rows = []
    for d in sorted(table):
        c = table[d]
        for k in range(4):
            rows.append((d, np.int8(k + 1), list(names)[k], c[k], c[k] / c[0], c[k] / c[k - 1] if k and c[k - 1] else np.nan, float(c[k - 1] - c[k]) if k else np.nan))
    return pd.DataFrame(rows, columns=["device", "step", "event_name", "users", "from_start", "from_previous", "dropped"])
