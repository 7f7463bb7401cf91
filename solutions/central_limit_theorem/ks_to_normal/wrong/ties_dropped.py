# You keep each value once. Equal values are several steps of the staircase on top of each other:
# with ties dropped the steps have the wrong height.
# rule: ties
import numpy as np
from scipy.special import ndtr


def ks_to_normal(z):
    if len(z) == 0 or not np.isfinite(z).all():
        raise ValueError("z")
    z = np.unique(z)
    n = len(z)
    i, normal = np.arange(1, n + 1), ndtr(z)
    return max((i / n - normal).max(), (normal - (i - 1) / n).max())
