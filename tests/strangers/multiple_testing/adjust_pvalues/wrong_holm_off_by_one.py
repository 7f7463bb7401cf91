# slip: Holm multiplies by m-i instead of m-i+1
import numpy as np

def adjust_pvalues(p, method):
    p = np.asarray(p, float)
    if method not in ("bonferroni", "holm", "bh", "by"):
        raise ValueError
    out, ok = np.full(len(p), np.nan), ~np.isnan(p)
    v = p[ok]
    if ((v < 0) | (v > 1)).any():
        raise ValueError
    m = len(v)
    if m == 0:
        return out
    o = np.argsort(v)
    s, i = v[o], np.arange(1, m + 1)
    if method == "bonferroni":
        a = m * s
    elif method == "holm":
        a = np.maximum.accumulate((m - i) * s)
    else:
        a = np.minimum.accumulate((m * s / i * ((1 / i).sum() if method == "by" else 1))[::-1])[::-1]
    r = np.empty(m)
    r[o] = np.clip(a, 0, 1)
    out[ok] = r
    return out
