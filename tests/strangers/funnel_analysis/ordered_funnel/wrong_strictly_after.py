# strictly after
import pandas as pd

NAMES = ["view", "add_to_cart", "checkout", "purchase"]


def ordered_funnel(events):
    e = events.dropna(subset=["user_id", "event_ts"])
    n = [0] * 4
    for _, g in e.groupby("user_id"):
        now = pd.Timestamp("1900-01-01")
        for k, name in enumerate(NAMES):
            later = g.loc[(g.event_name == name) & (g.event_ts > now), "event_ts"]
            if later.empty:
                break
            n[k] += 1
            now = later.min()
    out = pd.DataFrame({"step": [1, 2, 3, 4], "event_name": NAMES, "users": n})
    out["from_start"] = [x / n[0] if n[0] else None for x in n]
    out["from_previous"] = [None] + [b / a if a else None for a, b in zip(n, n[1:])]
    out["dropped"] = [None] + [a - b for a, b in zip(n, n[1:])]
    return out
