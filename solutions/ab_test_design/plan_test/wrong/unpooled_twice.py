# You use the unpooled standard error for both terms, the short formula of many textbooks. Under the
# null both groups share one rate, so z for alpha goes with the pooled one: sqrt(p̄(1−p̄)(1 + 1/r)).
# rule: size
from math import ceil, sqrt

from scipy.stats import norm


def plan_test(baseline, mde_abs, alpha, power, ratio, daily_users, share):
    p0, p1 = baseline, baseline + mde_abs
    if not (0 < p0 < 1 and 0 < p1 < 1 and 0 < alpha < 1 and 0 < power < 1) or mde_abs == 0:
        raise ValueError("rates, alpha or power out of range, or no effect")
    if ratio <= 0 or daily_users <= 0 or not 0 < share <= 1:
        raise ValueError("ratio, daily_users or share out of range")
    se_effect = sqrt(p0 * (1 - p0) + p1 * (1 - p1) / ratio)
    z_alpha, z_power = norm.ppf(1 - alpha / 2), norm.ppf(power)
    x = (z_alpha * se_effect + z_power * se_effect) ** 2 / (p1 - p0) ** 2
    n_control, n_treatment = ceil(x), ceil(ratio * x)
    q = (n_control + n_treatment) / (daily_users * share)
    days = ceil(q - 1e-9 * max(1, q))
    days = 7 * ceil(days / 7)
    return {"n_control": n_control, "n_treatment": n_treatment, "days": days}
