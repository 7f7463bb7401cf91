# slip: int(x) + 1 as "rounding up", one too many when the product is whole
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
    return int(355 * skew(v) ** 2 + 1e-9) + 1
