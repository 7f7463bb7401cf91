import numpy as np
from scipy import stats


def mean_intervals(x, level):
    n = len(x)
    if n < 2 or not np.isfinite(x).all():
        raise ValueError("x needs at least two values, all of them finite")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")

    mean = x.mean()
    reach = stats.t.ppf((1 + level) / 2, n - 1) * x.std(ddof=1)
    ci = reach * np.sqrt(1 / n)  # the centre is uncertain
    pi = reach * np.sqrt(1 + 1 / n)  # the centre, and a new draw around it
    return {
        "mean": mean,
        "ci_low": mean - ci,
        "ci_high": mean + ci,
        "pi_low": mean - pi,
        "pi_high": mean + pi,
    }
