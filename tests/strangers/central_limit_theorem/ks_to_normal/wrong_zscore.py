# slip: z-scores the values again first
import numpy as np
from scipy.stats import norm

def ks_to_normal(z):
    z = np.sort(np.asarray(z, float))
    n = len(z)
    if n == 0 or not np.isfinite(z).all():
        raise ValueError
    if n > 1 and z.std() > 0:
        z = (z - z.mean()) / z.std()
    F = norm.cdf(z)
    i = np.arange(1, n + 1)
    return float(max((i / n - F).max(), (F - (i - 1) / n).max()))
