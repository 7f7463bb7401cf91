# windows do not overlap: the next view opens one only when the last window has ended
import pandas as pd

NAMES = ["view", "add_to_cart", "checkout", "purchase"]


def windowed_funnel(events):
    best = []
    for _, g in events.dropna(subset=["user_id", "event_ts"]).groupby("user_id"):
        times = {n: sorted(g.event_ts[g.event_name == n]) for n in NAMES}
        free, deep = pd.Timestamp("1900-01-01"), 0
        for v in times["view"]:
            if v <= free:
                continue
            free, now, k = v + pd.Timedelta("7D"), v, 1
            for n in NAMES[1:]:
                nxt = [t for t in times[n] if now <= t <= free]
                if not nxt:
                    break
                now, k = nxt[0], k + 1
            deep = max(deep, k)
        best.append(deep)
    n = [sum(b >= k for b in best) for k in range(1, 5)]
    return pd.DataFrame({"step": [1, 2, 3, 4], "event_name": NAMES, "users": n, "from_start": [x / n[0] if n[0] else None for x in n],
                         "from_previous": [None] + [b / a if a else None for a, b in zip(n, n[1:])], "dropped": [None] + [a - b for a, b in zip(n, n[1:])]})
