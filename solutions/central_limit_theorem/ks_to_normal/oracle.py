import numpy as np
from scipy import stats


def ks_to_normal(z):
    if z.size == 0 or not np.isfinite(z).all():
        raise ValueError("z")
    return stats.kstest(z, "norm").statistic
