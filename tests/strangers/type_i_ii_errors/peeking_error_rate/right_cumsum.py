# style: numpy cumsum
import numpy as np
from scipy.stats import norm

def peeking_error_rate(batch_sums, batch_n, sigma, alpha, looks):
    b = np.asarray(batch_sums, float)
    if b.ndim != 2 or b.shape[0] < 1 or batch_n < 1 or sigma <= 0 or not 0 < alpha < 1:
        raise ValueError
    looks = [int(k) for k in looks]
    if not looks or len(set(looks)) < len(looks) or min(looks) < 1 or max(looks) > b.shape[1]:
        raise ValueError("looks")
    ks = np.array(looks)
    z = np.cumsum(b, axis=1)[:, ks - 1] / (sigma * np.sqrt(ks * batch_n))
    return float((np.abs(z) >= norm.ppf(1 - alpha / 2)).any(axis=1).mean())
