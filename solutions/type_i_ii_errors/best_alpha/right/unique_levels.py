# Levels made unique (and sorted) by numpy, costs as a matrix product of probabilities and prices.
import numpy as np
from scipy.stats import norm


def best_alpha(effect_z, prior_null, cost_fp, cost_fn, alphas):
    levels = np.unique(alphas)
    if levels.size == 0 or levels[0] <= 0 or levels[-1] >= 1:
        raise ValueError("alphas")
    if not (0 <= prior_null <= 1 and cost_fp >= 0 and cost_fn >= 0):
        raise ValueError("prior or costs")
    misses = norm(loc=effect_z).cdf(norm.ppf(1 - levels))
    probabilities = np.column_stack([prior_null * levels, (1 - prior_null) * misses])
    costs = probabilities @ np.array([cost_fp, cost_fn])
    place = np.flatnonzero(np.isclose(costs, costs.min(), rtol=0, atol=1e-12))[0]
    return {"alpha": float(levels[place]), "expected_cost": float(costs[place])}
