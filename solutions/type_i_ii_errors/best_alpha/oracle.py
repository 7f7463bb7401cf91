from statsmodels.stats.power import normal_power


def best_alpha(effect_z, prior_null, cost_fp, cost_fn, alphas):
    """A plain search over a dictionary, with the power from statsmodels."""
    levels = alphas.tolist()
    if not levels or min(levels) <= 0 or max(levels) >= 1:
        raise ValueError("alphas")
    if not 0 <= prior_null <= 1 or min(cost_fp, cost_fn) < 0:
        raise ValueError("prior_null or costs")

    costs = {}
    for level in levels:
        miss = 1 - normal_power(effect_z, 1, level, alternative="larger")
        costs[level] = prior_null * level * cost_fp + (1 - prior_null) * miss * cost_fn
    lowest = min(costs.values())
    best = min(level for level, cost in costs.items() if cost - lowest <= 1e-12)
    return {"alpha": best, "expected_cost": float(costs[best])}
