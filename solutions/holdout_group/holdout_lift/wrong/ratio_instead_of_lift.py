# The ends of your relative interval are a ratio. A lift is what the ratio has above 1: subtract 1
# from both ends.
# rule: relative
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

    rel_low = rel_high = None
    if conv_t and conv_h:
        log_reach = z * sqrt((1 - p_t) / conv_t + (1 - p_h) / conv_h)
        rel_low = p_t / p_h * exp(-log_reach)
        rel_high = p_t / p_h * exp(log_reach)

    return {
        "lift_abs": lift,
        "ci_low": lift - reach,
        "ci_high": lift + reach,
        "lift_rel": lift / p_h if conv_h else None,
        "rel_ci_low": rel_low,
        "rel_ci_high": rel_high,
        "incremental": lift * n_t,
    }
