# style: numpy over the grid
import numpy as np
from scipy.stats import norm

def best_alpha(effect_z, prior_null, cost_fp, cost_fn, alphas):
    a = np.asarray(alphas, float)
    if a.size == 0 or (a <= 0).any() or (a >= 1).any():
        raise ValueError("alphas")
    if not 0 <= prior_null <= 1 or cost_fp < 0 or cost_fn < 0:
        raise ValueError
    miss = norm.cdf(norm.isf(a) - effect_z)
    cost = prior_null * a * cost_fp + (1 - prior_null) * miss * cost_fn
    near = cost <= cost.min() + 1e-12
    i = np.flatnonzero(near)[np.argmin(a[near])]
    return {"alpha": float(a[i]), "expected_cost": float(cost[i])}
