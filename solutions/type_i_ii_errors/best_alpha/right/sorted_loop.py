# A plain loop over the sorted levels with NormalDist; a level replaces the best only when clearly
# cheaper.
from statistics import NormalDist


def best_alpha(effect_z, prior_null, cost_fp, cost_fn, alphas):
    if len(alphas) < 1:
        raise ValueError("no levels")
    if any(a <= 0 or a >= 1 for a in alphas):
        raise ValueError("levels lie between 0 and 1")
    if prior_null < 0 or prior_null > 1:
        raise ValueError("prior_null")
    if min(cost_fp, cost_fn) < 0:
        raise ValueError("a negative cost")

    z = NormalDist()

    def cost(a):
        power = 1 - z.cdf(z.inv_cdf(1 - a) - effect_z)
        return prior_null * a * cost_fp + (1 - prior_null) * (1 - power) * cost_fn

    ladder = sorted(float(a) for a in alphas)
    lowest = min(map(cost, ladder))
    for a in ladder:
        if cost(a) - lowest <= 1e-12:
            return {"alpha": a, "expected_cost": cost(a)}
