import numpy as np
from scipy import stats


def srm_check(counts, shares, threshold):
    observed, design = np.array(counts, dtype=float), np.array(shares, dtype=float)
    if threshold <= 0 or threshold >= 1:
        raise ValueError("threshold")
    if observed.shape != design.shape or observed.size < 2:
        raise ValueError("lengths")
    if (design <= 0).any() or (observed < 0).any() or not observed.any():
        raise ValueError("values")
    result = stats.chisquare(observed, observed.sum() * design / design.sum())
    return {
        "chi2": float(result.statistic),
        "p_value": float(result.pvalue),
        "srm": bool(result.pvalue < threshold),
    }
