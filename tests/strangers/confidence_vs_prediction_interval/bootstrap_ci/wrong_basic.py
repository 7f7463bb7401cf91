# slip: basic (reflected) bootstrap 2*theta - quantile instead of the percentile interval
import numpy as np

def bootstrap_ci(x, idx, stat, level):
    x, idx = np.asarray(x, float), np.asarray(idx)
    if x.size == 0 or idx.ndim != 2 or len(idx) < 1 or idx.shape[1] != len(x) or not 0 < level < 1:
        raise ValueError
    f = {"mean": lambda a: a.mean(-1), "median": lambda a: np.median(a, -1), "p90": lambda a: np.quantile(a, 0.9, axis=-1)}
    if stat not in f:
        raise ValueError
    v, est = f[stat](x[idx]), f[stat](x)
    lo, hi = np.quantile(v, [(1 - level) / 2, (1 + level) / 2])
    return float(2 * est - hi), float(2 * est - lo)
