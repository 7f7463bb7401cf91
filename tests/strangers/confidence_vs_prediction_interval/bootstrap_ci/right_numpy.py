# style: numpy fancy indexing
import numpy as np

def bootstrap_ci(x, idx, stat, level):
    x, idx = np.asarray(x, float), np.asarray(idx)
    if x.size == 0 or idx.ndim != 2 or len(idx) < 1 or idx.shape[1] != len(x) or not 0 < level < 1:
        raise ValueError
    draws = x[idx]
    if stat == "mean":
        v = draws.mean(axis=1)
    elif stat == "median":
        v = np.median(draws, axis=1)
    elif stat == "p90":
        v = np.quantile(draws, 0.9, axis=1)
    else:
        raise ValueError("stat")
    lo, hi = np.quantile(v, [(1 - level) / 2, (1 + level) / 2])
    return float(lo), float(hi)
