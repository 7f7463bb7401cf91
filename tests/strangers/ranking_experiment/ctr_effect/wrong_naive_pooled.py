# slip: se_naive uses the rate pooled over both arms (clicks 1 2 5 9, impressions 10 10 10 10, treated 0 0 1 1)
import numpy as np
from scipy.stats import norm


def ctr_effect(clicks, impressions, treated):
    c = np.asarray(clicks, dtype=float)
    m = np.asarray(impressions, dtype=float)
    t = np.asarray(treated, dtype=bool)
    if not len(c) == len(m) == len(t):
        raise ValueError("lengths differ")
    if (c < 0).any() or (m < 0).any() or (c[m == 0] > 0).any():
        raise ValueError("impossible counts")
    c, m, t = c[m > 0], m[m > 0], t[m > 0]
    if t.sum() < 2 or (~t).sum() < 2:
        raise ValueError("an arm has fewer than 2 users")

    def arm(mask):
        n, rate = mask.sum(), c[mask].sum() / m[mask].sum()
        resid = c[mask] - rate * m[mask]
        return rate, (resid ** 2).sum() / ((n - 1) * n * m[mask].mean() ** 2)

    r1, v1 = arm(t)
    r0, v0 = arm(~t)
    se = np.sqrt(v1 + v0)
    if se <= 1e-12:
        raise ValueError("no variation")
    pooled = c.sum() / m.sum()
    naive = np.sqrt(pooled * (1 - pooled) * (1 / m[t].sum() + 1 / m[~t].sum()))
    return dict(ctr_control=float(r0), ctr_treatment=float(r1), diff=float(r1 - r0),
                se_user=float(se), se_naive=float(naive),
                p_value=float(2 * norm.sf(abs(r1 - r0) / se)))
