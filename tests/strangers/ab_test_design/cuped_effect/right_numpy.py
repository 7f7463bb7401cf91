# style: numpy, np.cov
import numpy as np

def cuped_effect(y, x, treated):
    y, x, g = np.asarray(y, float), np.array(x, float), np.asarray(treated, bool)
    if not len(y) == len(x) == len(g):
        raise ValueError("lengths")
    if g.sum() < 2 or (~g).sum() < 2 or not np.isfinite(y).all():
        raise ValueError
    if np.ptp(y[g]) == 0 and np.ptp(y[~g]) == 0:
        raise ValueError("no variance")
    miss = np.isnan(x)
    seen = x[~miss]
    x[miss] = seen.mean() if seen.size else 0.0
    theta = 0.0
    if seen.size and seen.max() > seen.min():
        c = np.cov(y, x)
        theta = c[0, 1] / c[1, 1]
    adj = y - theta * (x - x.mean())

    def est(v):
        a, b = v[g], v[~g]
        return float(a.mean() - b.mean()), float(np.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b)))

    e0, s0 = est(y)
    e1, s1 = est(adj)
    return dict(theta=float(theta), effect_raw=e0, se_raw=s0, effect=e1, se=s1, variance_reduction=1 - (s1 / s0) ** 2)
