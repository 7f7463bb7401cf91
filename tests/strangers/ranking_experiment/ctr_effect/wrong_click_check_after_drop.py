# slip: clicks at 0 impressions never raise, the check runs after those users are dropped (clicks 1 2 1 3 2, impressions 4 5 0 6 7, treated 0 0 0 1 1)
import numpy as np
from scipy.stats import norm


def ctr_effect(clicks, impressions, treated):
    c = np.array(clicks, dtype=float)
    m = np.array(impressions, dtype=float)
    t = np.array(treated, dtype=bool)
    if len({len(c), len(m), len(t)}) > 1:
        raise ValueError("lengths differ")
    if np.any(c < 0) or np.any(m < 0):
        raise ValueError("negative count")
    seen = m > 0
    c, m, t = c[seen], m[seen], t[seen]
    if np.any((m == 0) & (c > 0)):
        raise ValueError("clicks without impressions")
    result = []
    for mask in (~t, t):
        n = int(mask.sum())
        if n < 2:
            raise ValueError("an arm has fewer than 2 users")
        total = m[mask].sum()
        rate = c[mask].sum() / total
        resid = c[mask] - rate * m[mask]
        var = np.sum(resid ** 2) / ((n - 1) * n * (total / n) ** 2)
        result.append((rate, var, rate * (1 - rate) / total))
    (r0, v0, b0), (r1, v1, b1) = result
    se = np.sqrt(v0 + v1)
    if se <= 1e-12:
        raise ValueError("no variation")
    return {"ctr_control": float(r0), "ctr_treatment": float(r1), "diff": float(r1 - r0),
            "se_user": float(se), "se_naive": float(np.sqrt(b0 + b1)),
            "p_value": float(2 * norm.sf(abs((r1 - r0) / se)))}
