from math import ceil, sqrt

from scipy.stats import norm


def plan_test(baseline, mde_abs, alpha, power, ratio, daily_users, share):
    p0, p1 = baseline, baseline + mde_abs
    if not (0 < p0 < 1 and 0 < p1 < 1 and 0 < alpha < 1 and 0 < power < 1):
        raise ValueError("both rates, alpha and power must lie strictly between 0 and 1")
    if mde_abs == 0:
        raise ValueError("an effect of 0 cannot be detected with any sample")
    if ratio <= 0 or daily_users <= 0 or not 0 < share <= 1:
        raise ValueError("ratio and daily_users must be positive, share above 0 and at most 1")

    # False alarms are about a world in which both groups share one rate, misses about one in which
    # they do not: hence a pooled standard error for alpha and an unpooled one for the power.
    pooled = (p0 + ratio * p1) / (1 + ratio)
    se_null = sqrt(pooled * (1 - pooled) * (1 + 1 / ratio))
    se_effect = sqrt(p0 * (1 - p0) + p1 * (1 - p1) / ratio)
    x = ((norm.ppf(1 - alpha / 2) * se_null + norm.ppf(power) * se_effect) / mde_abs) ** 2

    n_control, n_treatment = ceil(x), ceil(ratio * x)
    q = (n_control + n_treatment) / (daily_users * share)
    weeks = ceil((q - 1e-9 * max(1, q)) / 7)
    return {"n_control": n_control, "n_treatment": n_treatment, "days": 7 * weeks}
