# An empirical CDF jumps; check both sides of each jump. You look at i/n - F only, and miss the gap
# just before a point, where the staircase is still at (i - 1)/n.
# rule: distance
import numpy as np
from scipy.special import ndtr


def ks_to_normal(z):
    if len(z) == 0 or not np.isfinite(z).all():
        raise ValueError("z")
    n = len(z)
    return (np.arange(1, n + 1) / n - ndtr(np.sort(z))).max()
