# slip: refuses zeros only, so negative revenue in BOTH arms (refunds) gives numbers instead of ValueError; differs: both arms 10 users, 5 clickers, 2 orders, revenue -100 and -80
from math import log

def revenue_bridge(control, treatment):
    keys = ("users", "clickers", "orders", "revenue")
    if any(arm[k] == 0 for arm in (control, treatment) for k in keys):
        raise ValueError("all inputs must be positive")
    def factors(a):
        return (a["clickers"] / a["users"], a["orders"] / a["clickers"], a["revenue"] / a["orders"])
    r0 = control["revenue"] / control["users"]
    r1 = treatment["revenue"] / treatment["users"]
    if abs(r1 / r0 - 1) < 1e-9:
        weight = r0
    else:
        weight = (r1 - r0) / log(r1 / r0)
    parts = [weight * log(y / x) for x, y in zip(factors(control), factors(treatment))]
    return {"ctr": parts[0], "orders_per_clicker": parts[1], "aov": parts[2], "total": r1 - r0}
