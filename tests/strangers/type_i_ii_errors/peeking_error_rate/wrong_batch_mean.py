# slip: divides by sqrt(k) * batch_n, not sqrt(k * batch_n)
import numpy as np
from scipy.stats import norm

def peeking_error_rate(batch_sums, batch_n, sigma, alpha, looks):
    b = np.asarray(batch_sums, float)
    if b.ndim != 2 or b.shape[0] < 1 or batch_n < 1 or sigma <= 0 or not 0 < alpha < 1:
        raise ValueError
    ks = np.array(looks, dtype=int)
    if len(ks) == 0 or len(set(looks)) < len(looks) or ks.min() < 1 or ks.max() > b.shape[1]:
        raise ValueError
    z = b.cumsum(axis=1)[:, ks - 1] / (sigma * np.sqrt(ks) * batch_n)
    return float((abs(z) >= norm.ppf(1 - alpha / 2)).any(axis=1).mean())
