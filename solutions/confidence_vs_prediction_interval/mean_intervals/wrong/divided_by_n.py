# Your standard error of the mean is s/n. The variance of a mean is s²/n, so its standard error is
# s/√n.
# rule: mean_interval
import numpy as np
from scipy import stats


def mean_intervals(x, level):
    n = len(x)
    if n < 2 or not np.isfinite(x).all():
        raise ValueError("x needs at least two values, all of them finite")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")
    mean, s = x.mean(), x.std(ddof=1)
    q = stats.t.ppf((1 + level) / 2, n - 1)
    ci = q * s / n
    pi = q * s * np.sqrt(1 + 1 / n)
    return {
        "mean": mean,
        "ci_low": mean - ci,
        "ci_high": mean + ci,
        "pi_low": mean - pi,
        "pi_high": mean + pi,
    }
