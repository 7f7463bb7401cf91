# A matrix product makes all interim z at once; the smallest p-value of a row decides.
import numpy as np
from scipy import stats


def peeking_error_rate(batch_sums, batch_n, sigma, alpha, looks):
    s, k = np.shape(batch_sums)
    if s < 1 or batch_n < 1 or sigma <= 0:
        raise ValueError("nothing to look at")
    if alpha <= 0 or alpha >= 1:
        raise ValueError("alpha")
    if len(looks) != len(np.unique(looks)) or not len(looks):
        raise ValueError("looks are empty or repeated")
    if not set(looks).issubset(range(1, k + 1)):
        raise ValueError("there is no such look")
    ends = np.arange(1, k + 1)
    weights = np.triu(np.ones((k, k))) / (sigma * np.sqrt(ends * batch_n))
    p = 2 * stats.norm.sf(np.abs(batch_sums @ weights))
    listed = np.isin(ends, looks)
    return float(np.mean(p[:, listed].min(axis=1) <= alpha))
