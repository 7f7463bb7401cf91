# You divide the third moment by the sample sd, which has n - 1 below. All moments here are those of
# the population: divide by n in both.
# rule: skewness
import math

import numpy as np


def n_for_normality(values, cap):
    if len(values) == 0 or not np.isfinite(values).all():
        raise ValueError("values")
    capped = values if cap is None else np.minimum(values, cap)
    if capped.min() == capped.max():
        return 1
    s = ((capped - capped.mean()) ** 3).mean() / capped.std(ddof=1) ** 3
    needed = 355 * s**2
    return max(1, math.ceil(needed - 1e-9 * max(1, needed)))
