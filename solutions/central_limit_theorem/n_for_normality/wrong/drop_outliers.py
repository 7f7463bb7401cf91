# Capping keeps the customer and limits the value; dropping changes the population. You removed the
# values above the cap, and with them the best customers. Use np.minimum(values, cap).
# rule: cap
import math

import numpy as np
from scipy import stats


def n_for_normality(values, cap):
    if len(values) == 0 or not np.isfinite(values).all():
        raise ValueError("values")
    capped = values if cap is None else values[values <= cap]
    if len(capped) == 0 or capped.min() == capped.max():
        return 1
    s = stats.skew(capped)
    needed = 355 * s**2
    return max(1, math.ceil(needed - 1e-9 * max(1, needed)))
