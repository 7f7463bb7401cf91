# You take the exact minimum. Costs that differ by less than 1e-12 differ by rounding and count as
# equal; the smallest level within 1e-12 of the lowest cost is asked for.
# rule: cheapest
import numpy as np
from scipy.stats import norm


def best_alpha(effect_z, prior_null, cost_fp, cost_fn, alphas):
    if len(alphas) == 0 or not np.all((alphas > 0) & (alphas < 1)):
        raise ValueError("alphas")
    if not 0 <= prior_null <= 1 or cost_fp < 0 or cost_fn < 0:
        raise ValueError("prior_null or costs")
    alphas = np.sort(alphas)
    miss = norm.cdf(norm.isf(alphas) - effect_z)
    cost = prior_null * alphas * cost_fp + (1 - prior_null) * miss * cost_fn
    best = np.argmin(cost)
    return {"alpha": alphas[best], "expected_cost": cost[best]}
