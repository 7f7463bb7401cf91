# slip: accumulates only the batches that have a look (i.e. those listed), not all batches so far
import numpy as np
from scipy.stats import norm

def peeking_error_rate(batch_sums, batch_n, sigma, alpha, looks):
    b = np.asarray(batch_sums, float)
    if b.ndim != 2 or b.shape[0] < 1 or batch_n < 1 or sigma <= 0 or not 0 < alpha < 1:
        raise ValueError
    if len(looks) == 0 or len(set(looks)) < len(looks) or min(looks) < 1 or max(looks) > b.shape[1]:
        raise ValueError
    ks = np.sort(np.array(looks, dtype=int))
    z = b[:, ks - 1].cumsum(axis=1) / (sigma * np.sqrt(np.arange(1, len(ks) + 1) * batch_n))
    return float((abs(z) >= norm.ppf(1 - alpha / 2)).any(axis=1).mean())
