# entry without a view
import pandas as pd

NAMES = ["view", "add_to_cart", "checkout", "purchase"]


def ordered_funnel(events):
    e = events.dropna(subset=["user_id", "event_ts"])
    deepest = []
    for _, g in e[e.event_name.isin(NAMES)].groupby("user_id"):
        best = 1
        now = g.event_ts.min()
        for k, name in enumerate(NAMES[1:], 2):
            later = g[(g.event_name == name) & (g.event_ts >= now)]
            if later.empty:
                break
            best, now = k, later.event_ts.min()
        deepest.append(best)
    n = [sum(d >= k for d in deepest) for k in range(1, 5)]
    return pd.DataFrame({"step": [1, 2, 3, 4], "event_name": NAMES, "users": n, "from_start": [x / n[0] if n[0] else None for x in n],
                         "from_previous": [None] + [b / a if a else None for a, b in zip(n, n[1:])], "dropped": [None] + [a - b for a, b in zip(n, n[1:])]})
