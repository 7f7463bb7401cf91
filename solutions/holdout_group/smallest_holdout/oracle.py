import numpy as np
from scipy.special import ndtri


def smallest_holdout(n_users, base_rate, mde_abs, alpha, power):
    """A full scan over all h."""
    if n_users < 2 or mde_abs <= 0 or any(not 0 < q < 1 for q in (base_rate, alpha, power)):
        raise ValueError("a number is out of its range")
    h = np.arange(1, n_users // 2 + 1, dtype=float)
    error = np.sqrt((base_rate - base_rate**2) * (n_users / (h * (n_users - h))))
    found = np.flatnonzero((ndtri(power) - ndtri(alpha / 2)) * error <= mde_abs)
    return int(found[0]) + 1 if len(found) else None
