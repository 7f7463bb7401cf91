# slip: plotting positions (i-0.5)/n instead of both sides of the jump
import numpy as np
from scipy.stats import norm

def ks_to_normal(z):
    z = np.sort(np.asarray(z, float))
    if z.size == 0 or not np.isfinite(z).all():
        raise ValueError
    pos = (np.arange(1, len(z) + 1) - 0.5) / len(z)
    return float(np.abs(pos - norm.cdf(z)).max())
