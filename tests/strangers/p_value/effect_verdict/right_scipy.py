# style: scipy.stats.ttest_ind and its confidence interval
import numpy as np
from scipy import stats

def effect_verdict(treat, control, min_effect, alpha):
    t, c = np.asarray(treat, float), np.asarray(control, float)
    if not 0 < alpha < 1 or min_effect < 0 or len(t) < 2 or len(c) < 2:
        raise ValueError
    if np.ptp(t) == 0 and np.ptp(c) == 0:
        raise ValueError("no variation")
    res = stats.ttest_ind(t, c, equal_var=False)
    ci = res.confidence_interval(1 - alpha)
    lo, hi = float(ci.low), float(ci.high)
    if hi < 0:
        verdict = "harmful"
    elif lo > 0:
        if lo >= min_effect:
            verdict = "meaningful"
        elif hi < min_effect:
            verdict = "real_but_small"
        else:
            verdict = "positive_size_unclear"
    else:
        verdict = "no_meaningful_gain" if hi < min_effect else "inconclusive"
    return dict(diff=float(t.mean() - c.mean()), p_value=float(res.pvalue), ci_low=lo, ci_high=hi, verdict=verdict)
