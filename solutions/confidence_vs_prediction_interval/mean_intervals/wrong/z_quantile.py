# Your quantile is the normal one. But s is itself estimated from these few values, and mostly too
# small when n is small: use Student's t with n - 1 degrees of freedom.
# rule: student
import numpy as np
from scipy import stats


def mean_intervals(x, level):
    n = len(x)
    if n < 2 or not np.isfinite(x).all():
        raise ValueError("x needs at least two values, all of them finite")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")
    mean, s = x.mean(), x.std(ddof=1)
    q = stats.norm.ppf((1 + level) / 2)
    ci = q * s / np.sqrt(n)
    pi = q * s * np.sqrt(1 + 1 / n)
    return {
        "mean": mean,
        "ci_low": mean - ci,
        "ci_high": mean + ci,
        "pi_low": mean - pi,
        "pi_high": mean + pi,
    }
