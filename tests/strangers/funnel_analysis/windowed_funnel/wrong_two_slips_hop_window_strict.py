# Two slips: the 7 days are allowed for each hop instead of the whole chain, and a hop of exactly 7 days is refused (<).
import pandas as pd


def windowed_funnel(events):
    names = ["view", "add_to_cart", "checkout", "purchase"]
    rank = {n: i for i, n in enumerate(names)}
    e = events.dropna(subset=["user_id", "event_ts", "event_name"])
    e = e[e["event_name"].isin(names)]
    log = sorted(zip(e["user_id"], e["event_ts"], e["event_name"].map(rank)))
    week = pd.Timedelta(days=7)
    reached = [set(), set(), set(), set()]
    last = {}
    for user, ts, k in log:
        if k == 0 or ((user, k - 1) in last and ts - last[(user, k - 1)] < week):
            last[(user, k)] = ts
            reached[k].add(user)
    users = [len(r) for r in reached]
    out = pd.DataFrame({"step": [1, 2, 3, 4], "event_name": names, "users": users})
    u = out["users"].astype("float64")
    out["from_start"] = u / (users[0] or float("nan"))
    out["from_previous"] = u / u.shift().replace(0, float("nan"))
    out["dropped"] = u.shift() - u
    return out
