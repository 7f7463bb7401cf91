# style: arrays of zeros and ones, one entry per visitor, and their variances (ddof=0)
import numpy as np
from scipy import stats


def frequentist_compare(s_a, n_a, s_b, n_b, level):
    if min(n_a, n_b) < 1 or not 0 <= s_a <= n_a or not 0 <= s_b <= n_b:
        raise ValueError("counts")
    if not 0 < level < 1:
        raise ValueError("level")
    a = np.arange(n_a) < s_a
    b = np.arange(n_b) < s_b
    both = np.concatenate([a, b])
    diff = b.mean() - a.mean()
    if both.all() or not both.any():
        z = 0.0
    else:
        z = diff / np.sqrt(both.var() / n_a + both.var() / n_b)
    interval = np.array(stats.norm.interval(level)) * np.sqrt(a.var() / n_a + b.var() / n_b)
    return {
        "diff": diff,
        "z": z,
        "p_value": stats.norm.sf(z) + stats.norm.cdf(-z) if z > 0 else 2 * stats.norm.cdf(z),
        "ci_low": diff + interval[0],
        "ci_high": diff + interval[1],
    }
