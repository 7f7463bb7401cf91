# You let is_null be a matrix. Whether a null is true belongs to the column, so is_null has one dimension
# and m values: raise ValueError for anything else.
# rule: bad_arguments
import numpy as np


def error_profile(pvals, is_null, method, alpha):
    if pvals.ndim != 2 or len(pvals) < 1 or is_null.shape[-1:] != pvals.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")
    is_null = np.atleast_2d(is_null)[0]
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
