# slip: estimate +- z times the replicate sd (normal approximation)
import numpy as np
from scipy.stats import norm

def bootstrap_ci(x, idx, stat, level):
    x, idx = np.asarray(x, float), np.asarray(idx)
    if x.size == 0 or idx.ndim != 2 or len(idx) < 1 or idx.shape[1] != len(x) or not 0 < level < 1:
        raise ValueError
    f = {"mean": lambda a: a.mean(-1), "median": lambda a: np.median(a, -1), "p90": lambda a: np.quantile(a, 0.9, axis=-1)}
    if stat not in f:
        raise ValueError
    v = f[stat](x[idx])
    w = norm.ppf((1 + level) / 2) * (v.std(ddof=1) if len(v) > 1 else 0)
    return float(v.mean() - w), float(v.mean() + w)
