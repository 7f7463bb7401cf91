# slip: t with n degrees of freedom
import numpy as np
from scipy.stats import norm, t

def interval_coverage(draws, mu, level, method):
    d = np.asarray(draws, float)
    if d.ndim != 2 or d.shape[0] < 1 or d.shape[1] < 2 or not 0 < level < 1 or method not in ("t", "z"):
        raise ValueError
    n = d.shape[1]
    q = t.ppf((1 + level) / 2, n) if method == "t" else norm.ppf((1 + level) / 2)
    half = q * d.std(axis=1, ddof=1) / np.sqrt(n)
    return float(np.mean(np.abs(d.mean(axis=1) - mu) <= half + 1e-12))
