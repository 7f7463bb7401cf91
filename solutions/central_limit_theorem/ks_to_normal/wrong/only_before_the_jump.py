# You look at F - (i - 1)/n only, the side where F lies above the stairs. Where the stairs lie above
# F the gap is i/n - F: take the larger of both.
# rule: distance
import numpy as np
from scipy.special import ndtr


def ks_to_normal(z):
    if len(z) == 0 or not np.isfinite(z).all():
        raise ValueError("z")
    n = len(z)
    return (ndtr(np.sort(z)) - np.arange(n) / n).max()
