# You take the normal distribution. The arms have different spreads and few rows, and with few rows
# the t distribution is visibly wider: Welch's degrees of freedom matter.
# rule: welch
import numpy as np
from scipy import stats


def effect_verdict(treat, control, min_effect, alpha):
    n1, n0 = len(treat), len(control)
    if min(n1, n0) < 2:
        raise ValueError("both groups need at least two values")
    if min_effect < 0:
        raise ValueError("min_effect must not be negative")
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")
    if np.ptp(treat) == 0 and np.ptp(control) == 0:
        raise ValueError("both groups are constant")
    se = np.sqrt(treat.var(ddof=1) / n1 + control.var(ddof=1) / n0)
    diff = treat.mean() - control.mean()
    p = 2 * stats.norm.sf(abs(diff) / se)
    reach = stats.norm.ppf(1 - alpha / 2) * se
    low, high = diff - reach, diff + reach
    if high < 0:
        verdict = "harmful"
    elif low > 0 and low >= min_effect:
        verdict = "meaningful"
    elif low > 0 and high < min_effect:
        verdict = "real_but_small"
    elif low > 0:
        verdict = "positive_size_unclear"
    elif high < min_effect:
        verdict = "no_meaningful_gain"
    else:
        verdict = "inconclusive"
    return {"diff": diff, "p_value": p, "ci_low": low, "ci_high": high, "verdict": verdict}
