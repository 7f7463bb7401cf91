# You multiply the logs by the control's R0 (or, put otherwise, take L = R0 always). That is only
# the limit for a small change; here the parts do not add up to the total. L is (R1 − R0) /
# ln(R1/R0).
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
    scale = r0
    before, after = factors(control), factors(treatment)
    parts = {name: scale * log(after[name] / before[name]) for name in before}
    return {**parts, "total": r1 - r0}
