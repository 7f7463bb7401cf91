# You let adjusted values grow beyond 1. A p-value above 1 is not one: what would be larger is 1.
# rule: clip
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
        scaled = np.minimum.accumulate((m * ranked / rank)[::-1])[::-1]
        if method == "by":
            scaled = scaled * np.sum(1 / rank)
    adjusted = np.full(len(p), np.nan)
    adjusted[order] = scaled
    return adjusted
