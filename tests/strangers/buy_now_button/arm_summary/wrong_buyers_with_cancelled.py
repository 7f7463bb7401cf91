# slip: the status filter reaches orders and revenue but not buyers; differs: user 1 in control whose only order is cancelled (buyers 1 instead of 0)
import pandas as pd

COLS = ["variant", "users", "clickers", "ctr", "buyers", "orders", "revenue", "revenue_per_user", "aov"]

def arm_summary(assignments, clicks, orders):
    seen = {}
    for uid, v in zip(assignments["user_id"], assignments["variant"]):
        seen.setdefault(uid, set()).add(v)
    arm = {uid: next(iter(vs)) for uid, vs in seen.items() if len(vs) == 1}
    acc = {}
    for uid, v in arm.items():
        acc.setdefault(v, {"u": set(), "c": set(), "b": set(), "n": 0, "r": 0.0})["u"].add(uid)
    for uid in clicks["user_id"]:
        if uid in arm:
            acc[arm[uid]]["c"].add(uid)
    for uid, amount, status in zip(orders["user_id"], orders["amount"], orders["status"]):
        if uid in arm:
            a = acc[arm[uid]]
            a["b"].add(uid)
            if status != "cancelled":
                a["n"] += 1
                a["r"] += float(amount)
    rows = [(v, len(a["u"]), len(a["c"]), len(a["c"]) / len(a["u"]), len(a["b"]), a["n"], a["r"],
             a["r"] / len(a["u"]), a["r"] / a["n"] if a["n"] else None) for v, a in acc.items()]
    return pd.DataFrame(rows, columns=COLS)
