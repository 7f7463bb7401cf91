# slip: takes the limit L = R0 with numpy's default isclose (relative 1e-5) instead of 1e-9; differs: control 100 users, 50 clickers, 10 orders, 1000; treatment 100, 80, 10, 1000.009 (parts off by 4.5e-6 relative)
import numpy as np
from math import log

def revenue_bridge(control, treatment):
    keys = ("users", "clickers", "orders", "revenue")
    if any(not arm[k] > 0 for arm in (control, treatment) for k in keys):
        raise ValueError("all inputs must be positive")
    def factors(a):
        return (a["clickers"] / a["users"], a["orders"] / a["clickers"], a["revenue"] / a["orders"])
    r0 = control["revenue"] / control["users"]
    r1 = treatment["revenue"] / treatment["users"]
    if np.isclose(r1, r0):
        weight = r0
    else:
        weight = (r1 - r0) / log(r1 / r0)
    parts = [weight * log(y / x) for x, y in zip(factors(control), factors(treatment))]
    return {"ctr": parts[0], "orders_per_clicker": parts[1], "aov": parts[2], "total": r1 - r0}
