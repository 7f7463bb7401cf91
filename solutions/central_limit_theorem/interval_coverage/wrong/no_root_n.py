# Your interval is mean ± q·s, which is where single values lie. The mean of n values is known better
# than that: divide by the root of n.
# rule: interval
import numpy as np
from scipy import stats


def interval_coverage(draws, mu, level, method):
    if draws.ndim != 2 or len(draws) == 0 or draws.shape[1] < 2:
        raise ValueError("draws")
    if not 0 < level < 1 or method not in ("t", "z"):
        raise ValueError("level or method")
    n = draws.shape[1]
    law = stats.t(n - 1) if method == "t" else stats.norm
    half = law.ppf((1 + level) / 2) * draws.std(axis=1, ddof=1) / 1
    return (abs(draws.mean(axis=1) - mu) <= half + 1e-12).mean()
