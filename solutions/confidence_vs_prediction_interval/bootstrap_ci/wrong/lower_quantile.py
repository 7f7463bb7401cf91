# Your interval ends at one of the replicates. Between two of them the quantile is interpolated
# linearly, which is numpy's habit.
# rule: quantile
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

    values = statistic(x[idx])
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2], method="lower")
    return low, high
