# You take the quantiles of x itself. That describes parcels, not the uncertainty of a statistic:
# compute the statistic on each resample, and take the quantiles of those values.
# rule: percentile
import numpy as np


def bootstrap_ci(x, idx, stat, level):
    if len(x) == 0 or idx.ndim != 2 or len(idx) == 0 or idx.shape[1] != len(x):
        raise ValueError("x must not be empty, and idx must have rows of its length")
    if stat not in ("mean", "median", "p90"):
        raise ValueError("unknown stat")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")

    def statistic(rows):
        if stat == "mean":
            return np.mean(rows, axis=1)
        return np.quantile(rows, 0.5 if stat == "median" else 0.9, axis=1)

    low, high = np.quantile(x, [(1 - level) / 2, (1 + level) / 2])
    return low, high
