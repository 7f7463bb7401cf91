# You ask whether the variance is 0. Of three values 0.1 the computed mean is a hair off, so the
# variance is not 0 and the skewness is pure rounding. Ask whether the smallest value is the largest.
# rule: constant
import math

import numpy as np


def n_for_normality(values, cap):
    if len(values) == 0 or not np.isfinite(values).all():
        raise ValueError("values")
    capped = values if cap is None else np.minimum(values, cap)
    deviations = capped - capped.mean()
    m2, m3 = (deviations**2).mean(), (deviations**3).mean()
    if m2 == 0:
        return 1
    needed = 355 * (m3 / m2**1.5) ** 2
    return max(1, math.ceil(needed - 1e-9 * max(1, needed)))
