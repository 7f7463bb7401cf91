# SciPy's own interval, once with the standard error and once with the spread of a new value.
import numpy as np
from scipy import stats


def mean_intervals(x, level):
    if x.size < 2 or np.any(~np.isfinite(x)) or level <= 0 or level >= 1:
        raise ValueError("two finite values and a level between 0 and 1")
    mean = np.mean(x)
    if np.ptp(x) == 0:  # scipy wants a positive scale
        return dict(mean=mean, ci_low=mean, ci_high=mean, pi_low=mean, pi_high=mean)
    error = stats.sem(x)
    law = stats.t(df=x.size - 1)
    ci_low, ci_high = (mean + error * end for end in law.interval(level))
    pi_low, pi_high = stats.t.interval(
        level, x.size - 1, loc=mean, scale=np.hypot(error, np.std(x, ddof=1))
    )
    return dict(mean=mean, ci_low=ci_low, ci_high=ci_high, pi_low=pi_low, pi_high=pi_high)
