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
    if np.ptp(treat) + np.ptp(control) == 0:
        raise ValueError("both groups are constant: there is no spread to judge by")

    part1, part0 = treat.var(ddof=1) / n1, control.var(ddof=1) / n0
    se = np.sqrt(part1 + part0)
    df = (part1 + part0) ** 2 / (part1**2 / (n1 - 1) + part0**2 / (n0 - 1))

    diff = treat.mean() - control.mean()
    reach = stats.t.ppf(1 - alpha / 2, df) * se
    low, high = diff - reach, diff + reach
    return {
        "diff": diff,
        "p_value": 2 * stats.t.sf(abs(diff) / se, df),
        "ci_low": low,
        "ci_high": high,
        "verdict": verdict(low, high, min_effect),
    }


def verdict(low, high, min_effect):
    if high < 0:
        return "harmful"
    if low > 0:
        if low >= min_effect:
            return "meaningful"
        return "real_but_small" if high < min_effect else "positive_size_unclear"
    return "no_meaningful_gain" if high < min_effect else "inconclusive"
