# Python's statistics module for the moments, scipy.special for Student's distribution; the verdict
# is looked up by where the two ends of the interval lie.
from statistics import fmean, variance

from scipy.special import stdtr, stdtrit


def effect_verdict(treat, control, min_effect, alpha):
    a, b = treat.tolist(), control.tolist()
    if len(a) < 2 or len(b) < 2:
        raise ValueError("need two values per group")
    if not min_effect >= 0:
        raise ValueError("min_effect")
    if not (0 < alpha and alpha < 1):
        raise ValueError("alpha")
    if min(a) == max(a) and min(b) == max(b):
        raise ValueError("constant")

    u, v = variance(a) / len(a), variance(b) / len(b)
    df = (u + v) ** 2 / (u * u / (len(a) - 1) + v * v / (len(b) - 1))
    se = (u + v) ** 0.5
    diff = fmean(a) - fmean(b)
    ends = [diff + stdtrit(df, q) * se for q in (alpha / 2, 1 - alpha / 2)]

    # 0: below zero, 1: from zero up to min_effect, 2: at least min_effect and above zero
    low, high = [int(end > 0) + int(end > 0 and end >= min_effect) for end in ends]
    names = {
        (2, 2): "meaningful",
        (1, 1): "real_but_small",
        (1, 2): "positive_size_unclear",
        (0, 1): "no_meaningful_gain",
        (0, 2): "inconclusive",
        (0, 0): "harmful",
    }
    return {
        "verdict": names[low, high],
        "ci_low": ends[0],
        "ci_high": ends[1],
        "diff": diff,
        "p_value": 2 * stdtr(df, -abs(diff) / se),
    }
