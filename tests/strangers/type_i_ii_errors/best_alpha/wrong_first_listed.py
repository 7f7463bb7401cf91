# slip: argmin returns the first of tied alphas as listed, not the smallest
import numpy as np
from scipy.stats import norm

def best_alpha(effect_z, prior_null, cost_fp, cost_fn, alphas):
    a = np.asarray(alphas, float)
    if a.size == 0 or (a <= 0).any() or (a >= 1).any():
        raise ValueError
    if not 0 <= prior_null <= 1 or cost_fp < 0 or cost_fn < 0:
        raise ValueError
    cost = prior_null * a * cost_fp + (1 - prior_null) * norm.cdf(norm.isf(a) - effect_z) * cost_fn
    i = int(cost.argmin())
    return {"alpha": float(a[i]), "expected_cost": float(cost[i])}
