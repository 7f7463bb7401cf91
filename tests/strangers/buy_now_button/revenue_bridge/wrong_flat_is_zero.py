# slip: when revenue per user is unchanged the contributions are all reported as 0 instead of R0*ln(x1/x0); differs: control 100, 10, 5, 100; treatment 100, 20, 5, 100
from math import log

def revenue_bridge(control, treatment):
    keys = ("users", "clickers", "orders", "revenue")
    if any(not arm[k] > 0 for arm in (control, treatment) for k in keys):
        raise ValueError("all inputs must be positive")
    def factors(a):
        return (a["clickers"] / a["users"], a["orders"] / a["clickers"], a["revenue"] / a["orders"])
    r0 = control["revenue"] / control["users"]
    r1 = treatment["revenue"] / treatment["users"]
    if abs(r1 / r0 - 1) < 1e-9:
        weight = 0.0
    else:
        weight = (r1 - r0) / log(r1 / r0)
    parts = [weight * log(y / x) for x, y in zip(factors(control), factors(treatment))]
    return {"ctr": parts[0], "orders_per_clicker": parts[1], "aov": parts[2], "total": r1 - r0}
