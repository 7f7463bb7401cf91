# The values are taken in the order in which they came, so that i/n has nothing to do with z_i. Sort
# z first.
# rule: distance
import numpy as np
from scipy.special import ndtr


def ks_to_normal(z):
    if len(z) == 0 or not np.isfinite(z).all():
        raise ValueError("z")
    n = len(z)
    i, normal = np.arange(1, n + 1), ndtr(z)
    return max((i / n - normal).max(), (normal - (i - 1) / n).max())
