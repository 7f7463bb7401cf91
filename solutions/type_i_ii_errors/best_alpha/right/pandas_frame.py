# A pandas Series of costs with the levels as its index, filtered and then the least label.
import pandas as pd
from scipy import special


def best_alpha(effect_z, prior_null, cost_fp, cost_fn, alphas):
    levels = pd.Series(alphas, dtype=float)
    if levels.empty or not levels.between(0, 1, inclusive="neither").all():
        raise ValueError("levels")
    if not 0 <= prior_null <= 1:
        raise ValueError("prior")
    if cost_fp < 0 or cost_fn < 0:
        raise ValueError("costs")
    power = special.ndtr(effect_z + special.ndtri(levels))
    false_alarms = levels * prior_null
    misses = (1 - power) * (1 - prior_null)
    costs = false_alarms * cost_fp + misses * cost_fn
    cheap = levels[costs.sub(costs.min()).le(1e-12)]
    return dict(alpha=cheap.min(), expected_cost=costs[cheap.idxmin()])
