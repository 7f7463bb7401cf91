# You look for R1 = R0 exactly. Two equal values that were computed in different ways may differ
# in the last digit, and then (R1 − R0) / ln(R1/R0) is a ratio of two rounding errors. Allow 1e-9.
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
    scale = r0 if r1 == r0 else (r1 - r0) / log(r1 / r0)
    before, after = factors(control), factors(treatment)
    parts = {name: scale * log(after[name] / before[name]) for name in before}
    return {**parts, "total": r1 - r0}
