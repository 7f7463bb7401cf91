# You take any alpha. An alpha of 5 is meant as 5% and would reject everything: it must lie strictly
# between 0 and 1, else ValueError.
# rule: bad_arguments
import numpy as np


def error_profile(pvals, is_null, method, alpha):
    if pvals.ndim != 2 or len(pvals) < 1 or is_null.shape != pvals.shape[1:]:
        raise ValueError("the shapes do not fit")
    adjusted = pvals
    if method != "none":
        adjusted = np.array([adjust_pvalues(row, method) for row in pvals])
    rejected = adjusted <= alpha
    v = (rejected & is_null).sum(axis=1)
    s = (rejected & ~is_null).sum(axis=1)
    effects = (~is_null).sum()
    return {
        "fwer": np.mean(v >= 1),
        "fdr": np.mean(v / np.maximum(v + s, 1)),
        "power": np.mean(s / effects) if effects else None,
    }
