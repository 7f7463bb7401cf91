# style: a helper per group, variances of a 0/1 column, and a quantile from isf
from math import expm1, log
from scipy.stats import norm


def _group(conversions, users):
    if users < 1 or not 0 <= conversions <= users:
        raise ValueError(f"{conversions} of {users}")
    rate = conversions / users
    return rate, rate * (1 - rate) / users


def holdout_lift(conv_t, n_t, conv_h, n_h, level):
    (p, v), (q, w) = _group(conv_t, n_t), _group(conv_h, n_h)
    if not (level > 0 and level < 1):
        raise ValueError(level)
    z = norm.isf((1 - level) / 2)
    wide = z * (v + w) ** 0.5
    try:
        relative = p / q - 1
    except ZeroDivisionError:
        relative = None
    try:
        reach = z * (v / p**2 + w / q**2) ** 0.5
        ends = expm1(log(p / q) - reach), expm1(log(p / q) + reach)
    except (ZeroDivisionError, ValueError):
        ends = None, None
    return {
        "lift_abs": p - q,
        "ci_low": p - q - wide,
        "ci_high": p - q + wide,
        "lift_rel": relative,
        "rel_ci_low": ends[0],
        "rel_ci_high": ends[1],
        "incremental": n_t * (p - q),
    }
