import numpy as np


def cuped_effect(y, x, treated):
    if not len(y) == len(x) == len(treated):
        raise ValueError("y, x and treated need one entry per customer")
    if min(treated.sum(), (~treated).sum()) < 2:
        raise ValueError("each group needs at least 2 customers")
    if not np.isfinite(y).all():
        raise ValueError("y must be finite")
    if np.ptp(y[treated]) == 0 and np.ptp(y[~treated]) == 0:
        raise ValueError("y does not vary in either group")

    known = x[~np.isnan(x)]
    theta, shift = 0.0, np.zeros(len(x))
    if len(set(known)) > 1:
        shift = np.nan_to_num(x - known.mean())  # a new customer stands at the mean
        theta = np.cov(y, shift)[0, 1] / shift.var(ddof=1)

    effect_raw, se_raw = difference(y, treated)
    effect, se = difference(y - theta * shift, treated)
    return {
        "theta": theta,
        "effect_raw": effect_raw,
        "se_raw": se_raw,
        "effect": effect,
        "se": se,
        "variance_reduction": 1 - (se / se_raw) ** 2,
    }


def difference(values, treated):
    one, other = values[treated], values[~treated]
    se = np.sqrt(one.var(ddof=1) / len(one) + other.var(ddof=1) / len(other))
    return one.mean() - other.mean(), se
