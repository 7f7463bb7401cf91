import numpy as np


def bootstrap_ci(x, idx, stat, level):
    if len(x) == 0:
        raise ValueError("x must not be empty")
    if idx.ndim != 2 or len(idx) == 0 or idx.shape[1] != len(x):
        raise ValueError("idx must have at least one row, and as many columns as x has values")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")

    resamples = x[idx]
    if stat == "mean":
        values = resamples.mean(axis=1)
    elif stat == "median":
        values = np.median(resamples, axis=1)
    elif stat == "p90":
        values = np.quantile(resamples, 0.9, axis=1)
    else:
        raise ValueError(f'stat must be "mean", "median" or "p90", and is {stat!r}')

    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2])
    return low, high
