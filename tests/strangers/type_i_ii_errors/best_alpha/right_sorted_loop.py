# style: sorted python loop with NormalDist
from statistics import NormalDist

def best_alpha(effect_z, prior_null, cost_fp, cost_fn, alphas):
    grid = sorted(float(a) for a in alphas)
    if not grid or grid[0] <= 0 or grid[-1] >= 1 or not 0 <= prior_null <= 1 or min(cost_fp, cost_fn) < 0:
        raise ValueError("arguments")
    N = NormalDist()
    costs = []
    for a in grid:
        beta = N.cdf(-N.inv_cdf(a) - effect_z)
        costs.append(prior_null * a * cost_fp + (1 - prior_null) * beta * cost_fn)
    low = min(costs)
    for a, c in zip(grid, costs):
        if c <= low + 1e-12:
            return dict(alpha=a, expected_cost=c)
