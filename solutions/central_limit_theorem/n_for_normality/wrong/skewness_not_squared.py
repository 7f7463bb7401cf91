# You multiply by the skewness, not by its square. The error of the normal curve shrinks with the root
# of n, so twice the skewness takes four times the customers.
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
    needed = 355 * abs(s)
    return max(1, math.ceil(needed - 1e-9 * max(1, needed)))
