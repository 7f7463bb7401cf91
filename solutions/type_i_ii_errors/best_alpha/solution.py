import numpy as np
from scipy.stats import norm


def best_alpha(effect_z, prior_null, cost_fp, cost_fn, alphas):
    if not len(alphas) or np.any((alphas <= 0) | (alphas >= 1)):
        raise ValueError("alphas must hold levels strictly between 0 and 1, at least one")
    if not 0 <= prior_null <= 1:
        raise ValueError("prior_null must lie between 0 and 1")
    if cost_fp < 0 or cost_fn < 0:
        raise ValueError("costs must not be negative")

    alphas = np.sort(alphas)
    miss = norm.cdf(norm.isf(alphas) - effect_z)
    cost = prior_null * alphas * cost_fp + (1 - prior_null) * miss * cost_fn
    best = np.argmax(cost <= cost.min() + 1e-12)  # the first that is cheap enough
    return {"alpha": alphas[best], "expected_cost": cost[best]}
