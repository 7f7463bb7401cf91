# style: the delta method in its textbook form, with variances and a covariance
import numpy as np
from scipy import stats


def ctr_effect(clicks, impressions, treated):
    if clicks.shape != impressions.shape or clicks.shape != treated.shape:
        raise ValueError("lengths differ")
    if np.any(clicks < 0) or np.any(impressions < 0) or np.any((impressions == 0) & (clicks != 0)):
        raise ValueError("impossible counts")
    keep = impressions != 0
    out = {}
    for name, arm in (("control", ~treated), ("treatment", treated)):
        c, m = clicks[arm & keep], impressions[arm & keep]
        if len(c) < 2:
            raise ValueError(f"too few users in {name}")
        cov = np.cov(c, m)
        rate = c.mean() / m.mean()
        spread = cov[0, 0] - 2 * rate * cov[0, 1] + rate**2 * cov[1, 1]
        if np.allclose(c, rate * m, rtol=1e-12):
            spread = 0.0  # else the three terms leave their rounding errors
        out[name] = rate, spread / m.mean() ** 2 / len(c), (rate - rate**2) / m.sum()
    (r0, v0, naive0), (r1, v1, naive1) = out["control"], out["treatment"]
    se = np.sqrt(v0 + v1)
    if se <= 1e-12:
        raise ValueError("nothing varies")
    p = 2 * (1 - stats.norm.cdf(abs(r1 - r0) / se))
    return dict(
        ctr_control=r0, ctr_treatment=r1, diff=r1 - r0, se_user=se, se_naive=(naive0 + naive1) ** 0.5, p_value=p
    )
