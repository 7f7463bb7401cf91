# Your verdict reads only whether p is below alpha, and the sign. Significant is not the same as large
# enough to matter: compare both ends of the interval with 0 and with min_effect.
# rule: verdict
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
    u, v = treat.var(ddof=1) / n1, control.var(ddof=1) / n0
    se = np.sqrt(u + v)
    df = (u + v) ** 2 / (u**2 / (n1 - 1) + v**2 / (n0 - 1))
    diff = treat.mean() - control.mean()
    p = 2 * stats.t.sf(abs(diff) / se, df)
    reach = stats.t.ppf(1 - alpha / 2, df) * se
    low, high = diff - reach, diff + reach
    verdict = "inconclusive"
    if p < alpha:
        verdict = "meaningful" if diff > 0 else "harmful"
    return {"diff": diff, "p_value": p, "ci_low": low, "ci_high": high, "verdict": verdict}
