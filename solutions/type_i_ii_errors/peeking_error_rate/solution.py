import numpy as np
from scipy.stats import norm


def peeking_error_rate(batch_sums, batch_n, sigma, alpha, looks):
    experiments, batches = batch_sums.shape
    if experiments < 1 or batch_n < 1:
        raise ValueError("there must be at least one experiment and one value per batch")
    if sigma <= 0:
        raise ValueError("sigma must be positive")
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")
    if not looks or len(set(looks)) < len(looks):
        raise ValueError("looks must name at least one look, and none of them twice")
    if not all(1 <= k <= batches for k in looks):
        raise ValueError(f"looks must lie between 1 and {batches}")

    k = np.array(looks)
    z = batch_sums.cumsum(axis=1)[:, k - 1] / (sigma * np.sqrt(k * batch_n))
    crossed = np.abs(z) >= norm.isf(alpha / 2)
    return crossed.any(axis=1).mean()
