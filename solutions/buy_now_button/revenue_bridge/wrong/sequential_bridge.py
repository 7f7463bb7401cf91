# You change one factor after the other, so what a factor gets depends on its turn. The order of
# factors must not matter and the parts must add up: use L · ln(x1/x0).
# rule: bridge
def revenue_bridge(control, treatment):
    if min(*control.values(), *treatment.values()) <= 0:
        raise ValueError("users, clickers, orders and revenue must all be above 0")

    def factors(arm):
        return {
            "ctr": arm["clickers"] / arm["users"],
            "orders_per_clicker": arm["orders"] / arm["clickers"],
            "aov": arm["revenue"] / arm["orders"],
        }

    (c0, o0, a0), (c1, o1, a1) = factors(control).values(), factors(treatment).values()
    return {
        "ctr": (c1 - c0) * o0 * a0,
        "orders_per_clicker": c1 * (o1 - o0) * a0,
        "aov": c1 * o1 * (a1 - a0),
        "total": treatment["revenue"] / treatment["users"] - control["revenue"] / control["users"],
    }
