# slip: power = share of rows that find at least one true effect
import numpy as np
from statsmodels.stats.multitest import multipletests

def error_profile(pvals, is_null, method, alpha):
    P, h0 = np.asarray(pvals, float), np.asarray(is_null, bool)
    if P.ndim != 2 or h0.ndim != 1 or P.shape[1] != len(h0) or P.shape[0] < 1 or not 0 < alpha < 1:
        raise ValueError
    names = {"none": None, "bonferroni": "bonferroni", "holm": "holm", "bh": "fdr_bh", "by": "fdr_by"}
    if method not in names:
        raise ValueError
    rej = P <= alpha if method == "none" else np.array([multipletests(r, method=names[method])[1] <= alpha for r in P])
    V, T = rej[:, h0].sum(1), rej[:, ~h0].sum(1)
    return dict(fwer=float((V > 0).mean()), fdr=float((V / np.maximum(V + T, 1)).mean()),
                power=float((T > 0).mean()) if (~h0).any() else None)
