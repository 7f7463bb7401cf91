# You return the p-values unchanged when you do not know the method. A misspelt method would then pass as
# "everything is fine": raise ValueError.
# rule: bad_input
import numpy as np


def adjust_pvalues(p, method):
    if method not in ("bonferroni", "holm", "bh", "by"):
        if not ((p < 0) | (p > 1)).any():
            return p
        raise ValueError("p-values lie between 0 and 1")
    tested = np.flatnonzero(~np.isnan(p))
    order = tested[np.argsort(p[tested])]
    ranked = p[order]
    if ((ranked < 0) | (ranked > 1)).any():
        raise ValueError("p-values lie between 0 and 1")
    m = len(ranked)
    rank = np.arange(1, m + 1)
    if method == "bonferroni":
        scaled = m * ranked
    elif method == "holm":
        scaled = np.maximum.accumulate((m - rank + 1) * ranked)
    else:
        scaled = np.minimum.accumulate((m * ranked / rank)[::-1])[::-1]
        if method == "by":
            scaled = scaled * np.sum(1 / rank)
    adjusted = np.full(len(p), np.nan)
    adjusted[order] = np.minimum(scaled, 1)
    return adjusted
