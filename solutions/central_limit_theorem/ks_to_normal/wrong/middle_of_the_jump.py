# You compare F with the middle of each jump, (i - 1/2)/n, as one does for a Q-Q plot. The distance is
# about the whole staircase: the gap is largest at an end of a jump.
# rule: distance
import numpy as np
from scipy.special import ndtr


def ks_to_normal(z):
    if len(z) == 0 or not np.isfinite(z).all():
        raise ValueError("z")
    n = len(z)
    return abs((np.arange(n) + 0.5) / n - ndtr(np.sort(z))).max()
