# A cap of 0 is a cap, and `if cap` takes it for none. Ask `cap is None`.
# rule: cap
import math

import numpy as np
from scipy import stats


def n_for_normality(values, cap):
    if len(values) == 0 or not np.isfinite(values).all():
        raise ValueError("values")
    capped = np.minimum(values, cap) if cap else values
    if len(capped) == 0 or capped.min() == capped.max():
        return 1
    s = stats.skew(capped)
    needed = 355 * s**2
    return max(1, math.ceil(needed - 1e-9 * max(1, needed)))
