# A needed n of 721.4 is 722 customers, and not 721: round up.
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
    return max(1, round(355 * s**2))
