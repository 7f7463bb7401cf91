# style: scipy.stats.kstest
import numpy as np
from scipy.stats import kstest

def ks_to_normal(z):
    z = np.asarray(z, float)
    if z.size == 0 or not np.isfinite(z).all():
        raise ValueError
    return float(kstest(z, "norm").statistic)
