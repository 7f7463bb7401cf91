# style: numpy vectorised over rows
import numpy as np
from scipy.stats import norm, t

def interval_coverage(draws, mu, level, method):
    d = np.asarray(draws, float)
    if d.ndim != 2 or d.shape[0] < 1 or d.shape[1] < 2:
        raise ValueError("draws")
    if not 0 < level < 1:
        raise ValueError("level")
    n = d.shape[1]
    if method == "t":
        q = t.ppf((1 + level) / 2, n - 1)
    elif method == "z":
        q = norm.ppf((1 + level) / 2)
    else:
        raise ValueError("method")
    half = q * d.std(axis=1, ddof=1) / np.sqrt(n)
    return float(np.mean(np.abs(d.mean(axis=1) - mu) <= half + 1e-12))
