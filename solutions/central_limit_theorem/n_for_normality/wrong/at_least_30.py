# You never return less than 30. The rule has no such floor: a metric without skewness needs none.
# rule: rule
import math

import numpy as np
from scipy import stats


def n_for_normality(values, cap):
    if len(values) == 0 or not np.isfinite(values).all():
        raise ValueError("values")
    capped = values if cap is None else np.minimum(values, cap)
    if len(capped) == 0 or capped.min() == capped.max():
        return 1
    s = stats.skew(capped)
    needed = 355 * s**2
    return max(30, math.ceil(needed - 1e-9 * max(1, needed)))
