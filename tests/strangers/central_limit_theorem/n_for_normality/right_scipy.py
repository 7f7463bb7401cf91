# style: scipy.stats.skew, biased
import math
import numpy as np
from scipy.stats import skew

def n_for_normality(values, cap):
    v = np.array(values, float)
    if v.size == 0 or not np.isfinite(v).all():
        raise ValueError
    if cap is not None:
        v = np.minimum(v, cap)
    if v.max() == v.min():
        return 1
    need = 355 * float(skew(v, bias=True)) ** 2
    return max(1, math.ceil(need - 1e-9 * max(1, need)))
