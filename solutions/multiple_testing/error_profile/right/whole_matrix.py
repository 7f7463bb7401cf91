# The whole matrix at once: sort all rows, scale them by a vector of ranks, and put them back with put_along_axis.
import numpy as np


def error_profile(pvals, is_null, method, alpha):
    if not (pvals.ndim == 2 and is_null.ndim == 1):
        raise ValueError("shapes")
    families, m = pvals.shape
    if families == 0 or is_null.size != m or not (0 < alpha < 1):
        raise ValueError("shapes or alpha")
    order = np.argsort(pvals, axis=1)
    ranked = np.take_along_axis(pvals, order, axis=1)
    rank = np.arange(1, m + 1)
    if method == "none":
        scaled = ranked
    elif method == "bonferroni":
        scaled = ranked * m
    elif method == "holm":
        scaled = np.maximum.accumulate(ranked * (m + 1 - rank), axis=1)
    elif method in ("bh", "by"):
        factor = m / rank * (np.sum(1 / rank) if method == "by" else 1)
        scaled = np.flip(np.minimum.accumulate(np.flip(ranked * factor, 1), axis=1), 1)
    else:
        raise ValueError("method")
    adjusted = np.empty_like(scaled)
    np.put_along_axis(adjusted, order, scaled, axis=1)

    win = (adjusted <= alpha).astype(float)
    v, s = win @ is_null, win @ ~is_null
    with np.errstate(invalid="ignore"):
        proportion = np.nan_to_num(v / (v + s))
    power = None if is_null.all() else float(s.sum() / (families * (~is_null).sum()))
    return {"power": power, "fdr": float(proportion.mean()), "fwer": float(np.count_nonzero(v) / families)}
