# You estimate theta from the control group alone. Theta and centring are common to both arms, and
# new users stay in. Take cov(y, x) / var(x) over all customers.
# rule: theta
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
    x = np.where(np.isnan(x), known.mean() if len(known) else 0.0, x)
    y0, x0 = y[~treated], x[~treated]
    varies = varies and x0.max() > x0.min()
    theta = np.cov(y0, x0)[0, 1] / np.var(x0, ddof=1) if varies else 0.0
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
