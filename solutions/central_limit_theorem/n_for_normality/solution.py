import math

import numpy as np


def n_for_normality(values, cap):
    if len(values) == 0 or not np.isfinite(values).all():
        raise ValueError("values must hold at least one value, and only finite ones")

    capped = values if cap is None else np.minimum(values, cap)
    if capped.min() == capped.max():
        return 1

    deviations = capped - capped.mean()
    skewness = (deviations**3).mean() / (deviations**2).mean() ** 1.5
    needed = 355 * skewness**2
    return max(1, math.ceil(needed - 1e-9 * max(1, needed)))
