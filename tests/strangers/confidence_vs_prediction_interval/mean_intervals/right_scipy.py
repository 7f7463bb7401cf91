# style: scipy t.interval
import numpy as np
from scipy import stats

def mean_intervals(x, level):
    x = np.asarray(x, float)
    if len(x) < 2 or not np.isfinite(x).all() or not 0 < level < 1:
        raise ValueError
    n, m, s = len(x), x.mean(), x.std(ddof=1)
    q = stats.t.ppf((1 + level) / 2, n - 1)
    a, b = q * s / np.sqrt(n), q * s * np.sqrt(1 + 1 / n)
    return dict(mean=float(m), ci_low=float(m - a), ci_high=float(m + a), pi_low=float(m - b), pi_high=float(m + b))
