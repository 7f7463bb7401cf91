# You use the bias-corrected skewness, which pandas and Excel give. Here s is that of the values as a
# population: m3 / m2^1.5 with means over n.
# rule: skewness
import math

import numpy as np
import pandas as pd


def n_for_normality(values, cap):
    if len(values) == 0 or not np.isfinite(values).all():
        raise ValueError("values")
    capped = values if cap is None else np.minimum(values, cap)
    if len(capped) < 3 or capped.min() == capped.max():
        return 1
    needed = 355 * pd.Series(capped).skew() ** 2
    return max(1, math.ceil(needed - 1e-9 * max(1, needed)))
