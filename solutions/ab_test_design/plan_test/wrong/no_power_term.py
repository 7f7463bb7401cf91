# You leave out the term with the power. Without it the true effect lies just at the edge of
# significance, so you detect it half the time. Add z of the power times the unpooled standard
# error.
# rule: size
from math import ceil, sqrt

from scipy.stats import norm


def plan_test(baseline, mde_abs, alpha, power, ratio, daily_users, share):
    p0, p1 = baseline, baseline + mde_abs
    if not (0 < p0 < 1 and 0 < p1 < 1 and 0 < alpha < 1 and 0 < power < 1) or mde_abs == 0:
        raise ValueError("rates, alpha or power out of range, or no effect")
    if ratio <= 0 or daily_users <= 0 or not 0 < share <= 1:
        raise ValueError("ratio, daily_users or share out of range")
    pooled = (p0 + ratio * p1) / (1 + ratio)
    se_null = sqrt(pooled * (1 - pooled) * (1 + 1 / ratio))
    z_alpha = norm.ppf(1 - alpha / 2)
    x = (z_alpha * se_null) ** 2 / (p1 - p0) ** 2
    n_control, n_treatment = ceil(x), ceil(ratio * x)
    q = (n_control + n_treatment) / (daily_users * share)
    days = ceil(q - 1e-9 * max(1, q))
    days = 7 * ceil(days / 7)
    return {"n_control": n_control, "n_treatment": n_treatment, "days": days}
