# You number the looks 1, 2, 3 and use that for k. At look k as listed, k batches have come in:
# divide by sigma * sqrt(k * batch_n) with this k.
# rule: interim
import numpy as np
from scipy.stats import norm


def peeking_error_rate(batch_sums, batch_n, sigma, alpha, looks):
    experiments, batches = batch_sums.shape
    if experiments < 1 or batch_n < 1 or sigma <= 0 or not 0 < alpha < 1:
        raise ValueError("no such program")
    if not looks or len(set(looks)) < len(looks) or min(looks) < 1 or max(looks) > batches:
        raise ValueError("looks")
    k = np.sort(looks)
    number = np.arange(1, len(k) + 1)
    z = batch_sums.cumsum(axis=1)[:, k - 1] / (sigma * np.sqrt(number * batch_n))
    return (np.abs(z) >= norm.isf(alpha / 2)).any(axis=1).mean()
