# You set the x of new customers to 0, as if they had been there and bought nothing. That bends the
# slope. Put the mean of all known x: then their y stays as it is.
# rule: new_users
import numpy as np


def cuped_effect(y, x, treated):
    if not len(y) == len(x) == len(treated):
        raise ValueError("lengths differ")
    if min(treated.sum(), (~treated).sum()) < 2 or not np.isfinite(y).all():
        raise ValueError("a group is too small, or y is not finite")
    if np.ptp(y[treated]) == 0 and np.ptp(y[~treated]) == 0:
        raise ValueError("y does not vary in either group")

    known = x[~np.isnan(x)]
    varies = len(known) > 0 and known.max() > known.min()
    x = np.where(np.isnan(x), 0.0, x)
    theta = np.cov(y, x)[0, 1] / np.var(x, ddof=1) if varies else 0.0
    adjusted = y - theta * (x - x.mean())

    def compared(values):
        one, other = values[treated], values[~treated]
        squared = one.var(ddof=1) / len(one) + other.var(ddof=1) / len(other)
        return one.mean() - other.mean(), np.sqrt(squared)

    effect_raw, se_raw = compared(y)
    effect, se = compared(adjusted)
    return {
        "theta": theta,
        "effect_raw": effect_raw,
        "se_raw": se_raw,
        "effect": effect,
        "se": se,
        "variance_reduction": 1 - (se / se_raw) ** 2,
    }
