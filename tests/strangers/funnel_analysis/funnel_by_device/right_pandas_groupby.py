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
    views = e[e["event_name"] == "view"].sort_values(["event_ts", "device"])
    home = views.drop_duplicates("user_id").set_index("user_id")["device"]
    depth = {u: deepest(g) for u, g in e.groupby("user_id")}
    parts = []
    for device, us in home.groupby(home):
        n = pd.Series([sum(depth[u] >= k for u in us.index) for k in (1, 2, 3, 4)], dtype="int64")
        parts.append(pd.DataFrame({"device": device, "step": [1, 2, 3, 4], "event_name": STEPS, "users": n, "from_start": n / n[0],
                                   "from_previous": n / n.shift().where(n.shift() > 0), "dropped": n.shift() - n}))
    if not parts:
        return pd.DataFrame(columns=["device", "step", "event_name", "users", "from_start", "from_previous", "dropped"])
    return pd.concat(parts)
