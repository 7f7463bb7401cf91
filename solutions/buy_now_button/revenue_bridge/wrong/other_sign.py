# You go from the treatment to the control, so gains and losses are swapped. A change is the
# treatment's value minus the control's.
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
    before, after = factors(treatment), factors(control)
    parts = {name: scale * log(after[name] / before[name]) for name in before}
    return {**parts, "total": r0 - r1}
