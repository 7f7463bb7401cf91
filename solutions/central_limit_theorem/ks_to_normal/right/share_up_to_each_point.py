# The staircase as shares: of values below a point, and of values up to it.
import numpy as np
from scipy.stats import norm


def ks_to_normal(z: np.ndarray) -> float:
    if z.size == 0 or np.isnan(z).any() or np.isinf(z).any():
        raise ValueError("z")
    ordered, points = np.sort(z), np.unique(z)
    before = np.searchsorted(ordered, points, side="left") / z.size
    after = np.searchsorted(ordered, points, side="right") / z.size
    normal = norm.cdf(points)
    return float(np.max(np.abs([before - normal, after - normal])))
