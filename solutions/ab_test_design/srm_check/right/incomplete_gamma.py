# numpy, and the tail by the incomplete gamma function.
import numpy as np
from scipy.special import gammaincc


def srm_check(counts, shares, threshold):
    n, s = np.asarray(counts), np.asarray(shares)
    if threshold <= 0 or threshold >= 1 or n.shape != s.shape or n.size < 2:
        raise ValueError("arguments")
    if s.min() <= 0 or n.min() < 0 or n.max() == 0:
        raise ValueError("counts or shares")
    expected = n.sum() * (s / s.sum())
    statistic = np.square(n - expected) @ (1 / expected)
    p = gammaincc((n.size - 1) / 2, statistic / 2)
    return {"srm": p < threshold, "p_value": p, "chi2": statistic}
