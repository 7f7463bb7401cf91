# slip: "meaningful" judged on the point estimate instead of the lower end of the interval
import numpy as np
from scipy import stats

def effect_verdict(treat, control, min_effect, alpha):
    t, c = np.asarray(treat, float), np.asarray(control, float)
    if not 0 < alpha < 1 or min_effect < 0 or len(t) < 2 or len(c) < 2:
        raise ValueError
    if np.ptp(t) == 0 and np.ptp(c) == 0:
        raise ValueError("no variation")
    res = stats.ttest_ind(t, c, equal_var=False)
    lo, hi = res.confidence_interval(1 - alpha)
    d = t.mean() - c.mean()
    if hi < 0:
        v = "harmful"
    elif lo > 0 and d >= min_effect:
        v = "meaningful"
    elif lo > 0 and hi < min_effect:
        v = "real_but_small"
    elif lo > 0:
        v = "positive_size_unclear"
    elif hi < min_effect:
        v = "no_meaningful_gain"
    else:
        v = "inconclusive"
    return dict(diff=float(d), p_value=float(res.pvalue), ci_low=float(lo), ci_high=float(hi), verdict=v)
