# Where several levels cost the same you return the one that comes first in `alphas`, which is in no
# particular order. The smallest of them is asked for: sort first.
# rule: cheapest
import numpy as np
from scipy.stats import norm


def best_alpha(effect_z, prior_null, cost_fp, cost_fn, alphas):
    if len(alphas) == 0 or not np.all((alphas > 0) & (alphas < 1)):
        raise ValueError("alphas")
    if not 0 <= prior_null <= 1 or cost_fp < 0 or cost_fn < 0:
        raise ValueError("prior_null or costs")
    miss = norm.cdf(norm.isf(alphas) - effect_z)
    cost = prior_null * alphas * cost_fp + (1 - prior_null) * miss * cost_fn
    best = np.argmax(cost <= cost.min() + 1e-12)
    return {"alpha": alphas[best], "expected_cost": cost[best]}
