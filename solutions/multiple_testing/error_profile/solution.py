import numpy as np


def error_profile(pvals, is_null, method, alpha):
    if pvals.ndim != 2 or len(pvals) < 1:
        raise ValueError("pvals needs one row per family, and at least one")
    if is_null.shape != pvals.shape[1:]:
        raise ValueError("is_null needs one value per column of pvals")
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")

    adjusted = pvals
    if method != "none":
        adjusted = np.array([adjust_pvalues(row, method) for row in pvals])

    rejected = adjusted <= alpha
    false_wins = rejected[:, is_null].sum(axis=1)
    true_wins = rejected[:, ~is_null].sum(axis=1)
    effects = (~is_null).sum()
    return {
        "fwer": np.mean(false_wins >= 1),
        "fdr": np.mean(false_wins / np.maximum(false_wins + true_wins, 1)),
        "power": np.mean(true_wins) / effects if effects else None,
    }
