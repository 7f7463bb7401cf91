# You take p-values below 0 or above 1 as they come. A p-value of 5 is a percentage or a mistake
# upstream: raise ValueError.
# rule: bad_input
import numpy as np


def adjust_pvalues(p, method):
    if method not in ("bonferroni", "holm", "bh", "by"):
        raise ValueError("method must be 'bonferroni', 'holm', 'bh' or 'by'")
    tested = np.flatnonzero(~np.isnan(p))
    order = tested[np.argsort(p[tested])]
    ranked = p[order]
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
