# You take mde_abs as a share of the baseline: p1 = baseline · (1 + mde_abs). But mde_abs is in
# percentage points of the rate: 0.03 with 0.003 means 3.3%, so p1 = baseline + mde_abs. Ask in an
# interview which of the two is meant; here the sample would be many times too large.
# rule: rates
from math import ceil, sqrt

from scipy.stats import norm


def plan_test(baseline, mde_abs, alpha, power, ratio, daily_users, share):
    p0, p1 = baseline, baseline * (1 + mde_abs)
    if not (0 < p0 < 1 and 0 < p1 < 1 and 0 < alpha < 1 and 0 < power < 1) or mde_abs == 0:
        raise ValueError("rates, alpha or power out of range, or no effect")
    if ratio <= 0 or daily_users <= 0 or not 0 < share <= 1:
        raise ValueError("ratio, daily_users or share out of range")
    pooled = (p0 + ratio * p1) / (1 + ratio)
    se_null = sqrt(pooled * (1 - pooled) * (1 + 1 / ratio))
    se_effect = sqrt(p0 * (1 - p0) + p1 * (1 - p1) / ratio)
    z_alpha, z_power = norm.ppf(1 - alpha / 2), norm.ppf(power)
    x = (z_alpha * se_null + z_power * se_effect) ** 2 / (p1 - p0) ** 2
    n_control, n_treatment = ceil(x), ceil(ratio * x)
    q = (n_control + n_treatment) / (daily_users * share)
    days = ceil(q - 1e-9 * max(1, q))
    days = 7 * ceil(days / 7)
    return {"n_control": n_control, "n_treatment": n_treatment, "days": days}
