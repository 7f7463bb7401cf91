# You average the false alarms over the looks. One crossing at any look stops the test: ask `any`
# along each row first, then take the share of rows.
# rule: alarm
import numpy as np
from scipy.stats import norm


def peeking_error_rate(batch_sums, batch_n, sigma, alpha, looks):
    experiments, batches = batch_sums.shape
    if experiments < 1 or batch_n < 1 or sigma <= 0 or not 0 < alpha < 1:
        raise ValueError("no such program")
    if not looks or len(set(looks)) < len(looks) or min(looks) < 1 or max(looks) > batches:
        raise ValueError("looks")
    k = np.array(looks)
    z = batch_sums.cumsum(axis=1)[:, k - 1] / (sigma * np.sqrt(k * batch_n))
    return (np.abs(z) >= norm.isf(alpha / 2)).mean()
