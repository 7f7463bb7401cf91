# You add half a buyer where a count is 0, so that the logarithm exists. That is a known repair,
# but this contract has none: the relative interval is None then.
# rule: undefined_lift
from math import exp, sqrt

from scipy.stats import norm


def holdout_lift(conv_t, n_t, conv_h, n_h, level):
    if n_t < 1 or n_h < 1:
        raise ValueError("both groups need at least one user")
    if not (0 <= conv_t <= n_t and 0 <= conv_h <= n_h):
        raise ValueError("conversions must lie between 0 and the number of users")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")

    z = norm.ppf((1 + level) / 2)
    p_t, p_h = conv_t / n_t, conv_h / n_h
    lift = p_t - p_h
    reach = z * sqrt(p_t * (1 - p_t) / n_t + p_h * (1 - p_h) / n_h)

    add = 0 if conv_t and conv_h else 0.5
    a, b = conv_t + add, conv_h + add
    m, n = n_t + 2 * add, n_h + 2 * add
    log_reach = z * sqrt(1 / a - 1 / m + 1 / b - 1 / n)
    rel_low = a / m / (b / n) * exp(-log_reach) - 1
    rel_high = a / m / (b / n) * exp(log_reach) - 1

    return {
        "lift_abs": lift,
        "ci_low": lift - reach,
        "ci_high": lift + reach,
        "lift_rel": lift / p_h if conv_h else None,
        "rel_ci_low": rel_low,
        "rel_ci_high": rel_high,
        "incremental": lift * n_t,
    }
