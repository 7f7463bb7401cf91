# Your t has n degrees of freedom. One is used up by the mean of the row: there are n - 1.
# rule: quantile
import numpy as np
from scipy import stats


def interval_coverage(draws, mu, level, method):
    if draws.ndim != 2 or len(draws) == 0 or draws.shape[1] < 2:
        raise ValueError("draws")
    if not 0 < level < 1 or method not in ("t", "z"):
        raise ValueError("level or method")
    n = draws.shape[1]
    law = stats.t(n) if method == "t" else stats.norm
    half = law.ppf((1 + level) / 2) * draws.std(axis=1, ddof=1) / np.sqrt(n)
    return (abs(draws.mean(axis=1) - mu) <= half + 1e-12).mean()
