# Your contributions are shares of the logarithm, not money. Multiply ln(x1/x0) by L, so that the
# three parts add up to R1 − R0.
# rule: bridge
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
    scale = r0 if abs(r1 / r0 - 1) < 1e-9 else (r1 - r0) / log(r1 / r0)
    before, after = factors(control), factors(treatment)
    parts = {name: log(after[name] / before[name]) for name in before}
    return {**parts, "total": r1 - r0}
