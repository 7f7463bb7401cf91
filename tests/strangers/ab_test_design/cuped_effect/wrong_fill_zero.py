# slip: new users get 0 pre-period spend instead of the mean
import numpy as np

def cuped_effect(y, x, treated):
    y, x, g = np.asarray(y, float), np.array(x, float), np.asarray(treated, bool)
    if not len(y) == len(x) == len(g) or g.sum() < 2 or (~g).sum() < 2 or not np.isfinite(y).all():
        raise ValueError
    if np.ptp(y[g]) == 0 and np.ptp(y[~g]) == 0:
        raise ValueError
    seen = x[~np.isnan(x)]
    const = seen.size == 0 or seen.max() == seen.min()
    x = np.nan_to_num(x, nan=0.0)
    theta = 0.0 if const else float(np.cov(y, x)[0, 1] / x.var(ddof=1))
    adj = y - theta * (x - x.mean())
    est = lambda v: (float(v[g].mean() - v[~g].mean()),
                     float(np.sqrt(v[g].var(ddof=1) / g.sum() + v[~g].var(ddof=1) / (~g).sum())))
    (e0, s0), (e1, s1) = est(y), est(adj)
    return dict(theta=theta, effect_raw=e0, se_raw=s0, effect=e1, se=s1, variance_reduction=1 - (s1 / s0) ** 2)
