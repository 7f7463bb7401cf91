# You do not check the shape of is_null, and numpy repeats what is too short: one value for all columns,
# or a value of its own for each p-value. It has one dimension and m values: raise ValueError for
# anything else.
# rule: bad_arguments
import numpy as np


def error_profile(pvals, is_null, method, alpha):
    if pvals.ndim != 2 or len(pvals) < 1:
        raise ValueError("the shapes do not fit")
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")
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
