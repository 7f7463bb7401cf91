# style: vectorised step rules over all rows
import numpy as np

def error_profile(pvals, is_null, method, alpha):
    P, h0 = np.asarray(pvals, float), np.asarray(is_null, bool)
    if P.ndim != 2 or h0.ndim != 1 or P.shape[1] != len(h0) or P.shape[0] < 1:
        raise ValueError("shape")
    if not 0 < alpha < 1 or method not in ("none", "bonferroni", "holm", "bh", "by"):
        raise ValueError
    S, m = P.shape
    o = np.argsort(P, axis=1)
    s = np.take_along_axis(P, o, axis=1)
    i = np.arange(1, m + 1)
    if method == "none":
        a = s
    elif method == "bonferroni":
        a = m * s
    elif method == "holm":
        a = np.maximum.accumulate((m - i + 1) * s, axis=1)
    else:
        c = np.sum(1 / i) if method == "by" else 1
        a = np.minimum.accumulate((c * m * s / i)[:, ::-1], axis=1)[:, ::-1]
    rej = np.empty((S, m), bool)
    np.put_along_axis(rej, o, a <= alpha, axis=1)
    V, T = rej[:, h0].sum(1), rej[:, ~h0].sum(1)
    k = int((~h0).sum())
    return dict(fwer=float((V > 0).mean()), fdr=float((V / np.maximum(V + T, 1)).mean()),
                power=float((T / k).mean()) if k else None)
