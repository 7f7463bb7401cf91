# style: statsmodels multipletests on the observed entries
import numpy as np
from statsmodels.stats.multitest import multipletests

NAMES = {"bonferroni": "bonferroni", "holm": "holm", "bh": "fdr_bh", "by": "fdr_by"}

def adjust_pvalues(p, method):
    if method not in NAMES:
        raise ValueError("unknown method")
    q = np.array(p, dtype=float)
    seen = ~np.isnan(q)
    if np.any(q[seen] < 0) or np.any(q[seen] > 1):
        raise ValueError("p outside [0, 1]")
    if seen.any():
        q[seen] = multipletests(q[seen], method=NAMES[method])[1]
    return q
