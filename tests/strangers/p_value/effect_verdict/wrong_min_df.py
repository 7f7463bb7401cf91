# slip: conservative df = min(n1, n0) - 1 instead of Satterthwaite
import numpy as np
from scipy import stats

def effect_verdict(treat, control, min_effect, alpha):
    t, c = np.asarray(treat, float), np.asarray(control, float)
    if not 0 < alpha < 1 or min_effect < 0 or len(t) < 2 or len(c) < 2:
        raise ValueError
    if np.ptp(t) == 0 and np.ptp(c) == 0:
        raise ValueError("no variation")
    d = float(t.mean() - c.mean())
    se = float(np.sqrt(t.var(ddof=1) / len(t) + c.var(ddof=1) / len(c)))
    df = min(len(t), len(c)) - 1
    w = stats.t.ppf(1 - alpha / 2, df) * se
    lo, hi = d - w, d + w
    if hi < 0:
        v = "harmful"
    elif lo > 0 and lo >= min_effect:
        v = "meaningful"
    elif lo > 0 and hi < min_effect:
        v = "real_but_small"
    elif lo > 0:
        v = "positive_size_unclear"
    elif hi < min_effect:
        v = "no_meaningful_gain"
    else:
        v = "inconclusive"
    return dict(diff=d, p_value=float(2 * stats.t.sf(abs(d) / se, df)), ci_low=float(lo), ci_high=float(hi), verdict=v)
