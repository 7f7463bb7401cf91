# You average over all orders in which the factors can change (Shapley). That is a fair bridge and
# its parts add up, but it is another one: this contract shares the total in proportion to the
# logs of the factors.
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

    before, after = list(factors(control).values()), list(factors(treatment).values())

    def shapley(i):
        j, k = (n for n in range(3) if n != i)
        both_old, both_new = before[j] * before[k], after[j] * after[k]
        mixed = before[j] * after[k] + after[j] * before[k]
        return (after[i] - before[i]) * (2 * both_old + 2 * both_new + mixed) / 6

    parts = {name: shapley(i) for i, name in enumerate(factors(control))}
    total = treatment["revenue"] / treatment["users"] - control["revenue"] / control["users"]
    return {**parts, "total": total}
