# a state machine: every later view starts the chain again and forgets what was reached from the view before
import pandas as pd

RANK = {"view": 1, "add_to_cart": 2, "checkout": 3, "purchase": 4}


def windowed_funnel(events):
    e = events[events.event_name.isin(list(RANK))].dropna(subset=["user_id", "event_ts"]).copy()
    e["k"] = e.event_name.map(RANK)
    best = {}
    for u, g in e.sort_values(["event_ts", "k"]).groupby("user_id"):
        state, start = 0, None
        for k, t in zip(g.k, g.event_ts):
            if k == 1:
                state, start = 1, t
            elif k == state + 1 and t <= start + pd.Timedelta("7D"):
                state = k
            best[u] = max(best.get(u, 0), state)
    n = [sum(b >= k for b in best.values()) for k in range(1, 5)]
    return pd.DataFrame({"step": [1, 2, 3, 4], "event_name": list(RANK), "users": n, "from_start": [x / n[0] if n[0] else None for x in n],
                         "from_previous": [None] + [b / a if a else None for a, b in zip(n, n[1:])], "dropped": [None] + [a - b for a, b in zip(n, n[1:])]})
