# style: numpy.bincount over the arm code, both arms at once
import numpy as np
from scipy.stats import norm


def ctr_effect(clicks, impressions, treated):
    c = np.asarray(clicks, dtype=float)
    m = np.asarray(impressions, dtype=float)
    arm = np.asarray(treated).astype(int)
    if not (c.shape == m.shape == arm.shape):
        raise ValueError("lengths differ")
    if (c < 0).any() or (m < 0).any():
        raise ValueError("negative count")
    if ((m == 0) & (c > 0)).any():
        raise ValueError("clicks on 0 impressions")
    keep = m > 0
    c, m, arm = c[keep], m[keep], arm[keep]
    n = np.bincount(arm, minlength=2)
    if n.min() < 2:
        raise ValueError("fewer than 2 users in an arm")
    total_m = np.bincount(arm, weights=m, minlength=2)
    ctr = np.bincount(arm, weights=c, minlength=2) / total_m
    squares = np.bincount(arm, weights=(c - ctr[arm] * m) ** 2, minlength=2)
    v = squares / ((n - 1) * n * (total_m / n) ** 2)
    se_user = np.sqrt(v.sum())
    if se_user <= 1e-12:
        raise ValueError("se_user is 0")
    diff = ctr[1] - ctr[0]
    return {
        "ctr_control": float(ctr[0]),
        "ctr_treatment": float(ctr[1]),
        "diff": float(diff),
        "se_user": float(se_user),
        "se_naive": float(np.sqrt((ctr * (1 - ctr) / total_m).sum())),
        "p_value": float(2 * norm.sf(abs(diff) / se_user)),
    }
