# You take the gap at the top of each jump in both directions. But where F lies above the stairs, the
# gap is largest just before the jump: compare F with (i - 1)/n as well.
# rule: distance
import numpy as np
from scipy.special import ndtr


def ks_to_normal(z):
    if len(z) == 0 or not np.isfinite(z).all():
        raise ValueError("z")
    n = len(z)
    return abs(np.arange(1, n + 1) / n - ndtr(np.sort(z))).max()
