from statistics import fmean, median

import numpy as np


def bootstrap_ci(x, idx, stat, level):
    """One resample after the other, in plain Python, and numpy's percentiles of what they give."""
    if not x.size or level <= 0 or level >= 1:
        raise ValueError("x or level")
    if len(idx.shape) != 2 or idx.shape[0] < 1 or idx.shape[1] != x.size:
        raise ValueError("idx")
    statistics = {
        "mean": fmean,
        "median": median,
        "p90": lambda values: float(np.percentile(values, 90)),
    }
    if stat not in statistics:
        raise ValueError("stat")
    values = []
    for row in idx.tolist():
        values.append(statistics[stat]([float(x[position]) for position in row]))
    tail = 50 * (1 - level)
    return float(np.percentile(values, tail)), float(np.percentile(values, 100 - tail))
