# A two-sided 95% interval uses the 97.5% quantile: half of the 5% lies beyond each end. Take the
# quantile at (1 + level)/2.
# rule: quantile
import numpy as np
from scipy import stats


def interval_coverage(draws, mu, level, method):
    if draws.ndim != 2 or len(draws) == 0 or draws.shape[1] < 2:
        raise ValueError("draws")
    if not 0 < level < 1 or method not in ("t", "z"):
        raise ValueError("level or method")
    n = draws.shape[1]
    law = stats.t(n - 1) if method == "t" else stats.norm
    half = law.ppf(level) * draws.std(axis=1, ddof=1) / np.sqrt(n)
    return (abs(draws.mean(axis=1) - mu) <= half + 1e-12).mean()
