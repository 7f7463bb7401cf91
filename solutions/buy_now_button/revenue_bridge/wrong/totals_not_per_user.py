# You decompose the revenue of the whole arm, not per user. Arms differ in size: the larger one
# earns more even if the button does nothing. Divide by users first.
# rule: factors
from math import log


def revenue_bridge(control, treatment):
    if min(*control.values(), *treatment.values()) <= 0:
        raise ValueError("users, clickers, orders and revenue must all be above 0")

    def factors(arm):
        return {
            "ctr": arm["clickers"],
            "orders_per_clicker": arm["orders"] / arm["clickers"],
            "aov": arm["revenue"] / arm["orders"],
        }

    r0 = control["revenue"]
    r1 = treatment["revenue"]
    scale = r0 if abs(r1 / r0 - 1) < 1e-9 else (r1 - r0) / log(r1 / r0)
    before, after = factors(control), factors(treatment)
    parts = {name: scale * log(after[name] / before[name]) for name in before}
    return {**parts, "total": r1 - r0}
