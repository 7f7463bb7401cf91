# from_previous computed from the start
import pandas as pd

NAMES = ["view", "add_to_cart", "checkout", "purchase"]


def depth(g):
    now, k = None, 0
    for name in NAMES:
        ok = [t for t, n in zip(g.event_ts, g.event_name) if n == name and (now is None or t >= now)]
        if not ok:
            return k
        now, k = min(ok), k + 1
    return k


def ordered_funnel(events):
    d = [depth(g) for _, g in events.dropna(subset=["event_ts"]).groupby("user_id")]
    n = [sum(x >= k for x in d) for k in (1, 2, 3, 4)]
    share = [x / n[0] if n[0] else None for x in n]
    return pd.DataFrame({"step": [1, 2, 3, 4], "event_name": NAMES, "users": n, "from_start": share, "from_previous": [None] + share[1:],
                         "dropped": [None] + [a - b for a, b in zip(n, n[1:])]})
