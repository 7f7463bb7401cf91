# You leave out the rows whose values are all equal. A sample of zeros is a sample, and the commonest
# one when conversions are rare: its interval has no width, and mostly misses.
# rule: inclusive
import numpy as np
from scipy import stats


def interval_coverage(draws, mu, level, method):
    if draws.ndim != 2 or len(draws) == 0 or draws.shape[1] < 2:
        raise ValueError("draws")
    if not 0 < level < 1 or method not in ("t", "z"):
        raise ValueError("level or method")
    draws = draws[draws.min(axis=1) < draws.max(axis=1)]
    if len(draws) == 0:
        return 0.0
    n = draws.shape[1]
    law = stats.t(n - 1) if method == "t" else stats.norm
    half = law.ppf((1 + level) / 2) * draws.std(axis=1, ddof=1) / np.sqrt(n)
    return (abs(draws.mean(axis=1) - mu) <= half + 1e-12).mean()
