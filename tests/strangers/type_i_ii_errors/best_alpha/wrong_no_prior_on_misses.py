# slip: misses are not weighted by the share of true effects
import numpy as np
from scipy.stats import norm

def best_alpha(effect_z, prior_null, cost_fp, cost_fn, alphas):
    a = np.sort(np.asarray(alphas, float))
    if a.size == 0 or (a <= 0).any() or (a >= 1).any():
        raise ValueError
    if not 0 <= prior_null <= 1 or cost_fp < 0 or cost_fn < 0:
        raise ValueError
    cost = prior_null * a * cost_fp + norm.cdf(norm.isf(a) - effect_z) * cost_fn
    i = int(np.flatnonzero(cost <= cost.min() + 1e-12)[0])
    return {"alpha": float(a[i]), "expected_cost": float(cost[i])}
