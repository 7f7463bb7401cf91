# style: numpy accumulate
import numpy as np

def adjust_pvalues(p, method):
    p = np.asarray(p, float)
    if method not in ("bonferroni", "holm", "bh", "by"):
        raise ValueError("method")
    out = np.full(p.shape, np.nan)
    ok = ~np.isnan(p)
    v = p[ok]
    if ((v < 0) | (v > 1)).any():
        raise ValueError("p")
    m = len(v)
    if m == 0:
        return out
    order = np.argsort(v, kind="stable")
    s, i = v[order], np.arange(1, m + 1)
    if method == "bonferroni":
        adj = m * s
    elif method == "holm":
        adj = np.maximum.accumulate((m - i + 1) * s)
    else:
        c = (1 / i).sum() if method == "by" else 1.0
        adj = np.minimum.accumulate((c * m * s / i)[::-1])[::-1]
    res = np.empty(m)
    res[order] = np.minimum(adj, 1)
    out[ok] = res
    return out
