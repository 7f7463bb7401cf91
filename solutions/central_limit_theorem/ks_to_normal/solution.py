import numpy as np
from scipy.special import ndtr


def ks_to_normal(z):
    n = len(z)
    if n == 0 or not np.isfinite(z).all():
        raise ValueError("z must hold at least one value, and only finite ones")

    normal = ndtr(np.sort(z))
    i = np.arange(1, n + 1)
    # The staircase jumps from (i-1)/n to i/n at z_i: look at both sides of every jump.
    return max((i / n - normal).max(), (normal - (i - 1) / n).max())
