# Standardising again hides a wrong mean or spread. The distance is to N(0, 1) as it stands: a
# z-value that is off centre must be seen to be.
# rule: as_it_is
import numpy as np
from scipy.special import ndtr


def ks_to_normal(z):
    if len(z) == 0 or not np.isfinite(z).all():
        raise ValueError("z")
    z = z - z.mean()
    if z.std() > 0:
        z = z / z.std()
    n = len(z)
    i, normal = np.arange(1, n + 1), ndtr(np.sort(z))
    return max((i / n - normal).max(), (normal - (i - 1) / n).max())
