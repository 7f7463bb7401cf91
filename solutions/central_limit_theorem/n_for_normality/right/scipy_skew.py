# scipy.stats.skew on values that were clipped with pandas.
from math import ceil

import pandas as pd
from scipy.stats import skew


def n_for_normality(values, cap):
    metric = pd.Series(values)
    if metric.empty or not metric.between(-1e300, 1e300).all():
        raise ValueError("values")
    metric = metric.clip(upper=cap)
    if metric.nunique() == 1:
        return 1
    needed = 355 * skew(metric) ** 2
    return max(ceil(needed - 1e-9 * max(1, needed)), 1)
