# without any view it returns a table without columns
import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def deepest(g):
    times = [sorted(g.loc[g["event_name"] == s, "event_ts"]) for s in STEPS]
    best = 0
    for v in times[0]:
        k, now = 1, v
        while k < 4:
            nxt = next((t for t in times[k] if t >= now), None)
            if nxt is None or nxt > v + pd.Timedelta(days=7):
                break
            k, now = k + 1, nxt
        best = max(best, k)
    return best


def funnel_by_device(events):
    e = events.dropna(subset=["user_id", "event_ts"]).copy()
    e["device"] = e["device"].fillna("unknown")
    home = e[e["event_name"] == "view"].sort_values(["event_ts", "device"]).drop_duplicates("user_id").set_index("user_id")["device"]
    rows = []
    for d in sorted(set(home)):
        n = [sum(deepest(e[e["user_id"] == u]) >= k for u in home[home == d].index) for k in (1, 2, 3, 4)]
        for k in range(4):
            rows.append({"device": d, "step": k + 1, "event_name": STEPS[k], "users": n[k], "from_start": n[k] / n[0],
                         "from_previous": n[k] / n[k - 1] if k and n[k - 1] else None, "dropped": n[k - 1] - n[k] if k else None})
    return pd.DataFrame(rows)
