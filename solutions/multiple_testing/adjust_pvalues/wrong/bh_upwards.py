# In BH and BY you take the running extreme from the smallest p-value upwards, as in Holm. BH starts at
# the largest p-value and works downwards, with a minimum.
# rule: bh
import numpy as np


def adjust_pvalues(p, method):
    if method not in ("bonferroni", "holm", "bh", "by"):
        raise ValueError("method must be 'bonferroni', 'holm', 'bh' or 'by'")
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
        scaled = np.maximum.accumulate(m * ranked / rank)
        if method == "by":
            scaled = scaled * np.sum(1 / rank)
    adjusted = np.full(len(p), np.nan)
    adjusted[order] = np.minimum(scaled, 1)
    return adjusted
