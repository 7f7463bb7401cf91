# statsmodels: CompareMeans with unequal variances gives p and the interval.
import numpy as np
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW


def effect_verdict(treat, control, min_effect, alpha):
    if len(treat) < 2 or len(control) < 2:
        raise ValueError("two values per arm")
    if min_effect < 0 or alpha <= 0 or alpha >= 1:
        raise ValueError("min_effect or alpha")
    if (treat == treat[0]).all() and (control == control[0]).all():
        raise ValueError("no spread")

    both = CompareMeans(DescrStatsW(treat), DescrStatsW(control))
    _, p, _ = both.ttest_ind(alternative="two-sided", usevar="unequal")
    low, high = both.tconfint_diff(alpha=alpha, usevar="unequal")

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
    return dict(
        diff=np.mean(treat) - np.mean(control),
        p_value=p,
        ci_low=low,
        ci_high=high,
        verdict=verdict,
    )
