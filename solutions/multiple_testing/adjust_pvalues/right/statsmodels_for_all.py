# statsmodels does the work; only missing values, the empty family and bad input are our own.
import numpy as np
from statsmodels.stats.multitest import multipletests


def adjust_pvalues(p, method):
    names = {"bonferroni": "bonferroni", "holm": "holm", "bh": "fdr_bh", "by": "fdr_by"}
    if method not in names:
        raise ValueError(f"choose one of {sorted(names)}")
    if np.nanmin(p, initial=0) < 0 or np.nanmax(p, initial=1) > 1:
        raise ValueError("p-values must be in [0, 1]")
    q = np.array(p)
    measured = np.isfinite(p)
    if measured.any():
        _, q[measured], _, _ = multipletests(p[measured], method=names[method])
    return q
