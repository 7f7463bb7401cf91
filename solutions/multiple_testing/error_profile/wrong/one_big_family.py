# You adjust all rows together, as one big family. FDR is the average of per-family proportions, 0 when
# nothing is rejected. Each row is a family of its own: adjust it with its own m.
# rule: rows
import numpy as np


def error_profile(pvals, is_null, method, alpha):
    if pvals.ndim != 2 or len(pvals) < 1 or is_null.shape != pvals.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")
    adjusted = pvals
    if method != "none":
        adjusted = adjust_pvalues(pvals.ravel(), method).reshape(pvals.shape)
    rejected = adjusted <= alpha
    v = (rejected & is_null).sum(axis=1)
    s = (rejected & ~is_null).sum(axis=1)
    effects = (~is_null).sum()
    return {
        "fwer": np.mean(v >= 1),
        "fdr": np.mean(v / np.maximum(v + s, 1)),
        "power": np.mean(s / effects) if effects else None,
    }
