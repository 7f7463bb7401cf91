# Rounding up turns 1136.0000000000016 into 1137. Subtract the slack of the contract before you round
# up, so that a whole number stays one.
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
    s = ((capped - capped.mean()) ** 3).mean() / capped.var() ** 1.5
    return max(1, math.ceil(355 * s**2))
