import math

from statsmodels.stats.proportion import samplesize_proportions_2indep_onetail


def plan_test(baseline, mde_abs, alpha, power, ratio, daily_users, share):
    """statsmodels sizes the first group; weeks are counted up one by one where there are few."""
    rates = [baseline, baseline + mde_abs, alpha, power]
    if min(rates) <= 0 or max(rates) >= 1 or not mde_abs:
        raise ValueError("rates")
    if min(ratio, daily_users, share) <= 0 or share > 1:
        raise ValueError("traffic")
    x = samplesize_proportions_2indep_onetail(
        -mde_abs, baseline + mde_abs, power, ratio=ratio, alpha=alpha, alternative="two-sided"
    )
    n0, n1 = math.ceil(x), math.ceil(ratio * x)
    q = (n0 + n1) / (daily_users * share)
    needed = q - 1e-9 * max(1, q)
    weeks = max(0, int(needed // 7) - 1)
    while 7 * weeks < needed:
        weeks += 1
    return {"n_control": n0, "n_treatment": n1, "days": 7 * weeks}
