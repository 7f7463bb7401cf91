# You pool the variances of the two groups. They may differ, with the treatment above all: se is
# sqrt(v1/n1 + v0/n0), each group with its own variance.
# rule: effects
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
    theta = np.cov(y, x)[0, 1] / np.var(x, ddof=1) if varies else 0.0
    adjusted = y - theta * (x - x.mean())

    def compared(values):
        one, other = values[treated], values[~treated]
        n1, n0 = len(one), len(other)
        pooled = ((n1 - 1) * one.var(ddof=1) + (n0 - 1) * other.var(ddof=1)) / (n1 + n0 - 2)
        squared = pooled * (1 / n1 + 1 / n0)
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
