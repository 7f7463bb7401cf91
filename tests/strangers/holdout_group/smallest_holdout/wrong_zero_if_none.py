# slip: argmax of an all-False mask gives index 0, so "impossible" comes back as 1
import numpy as np
from scipy.stats import norm

def smallest_holdout(n_users, base_rate, mde_abs, alpha, power):
    if n_users < 2 or not 0 < base_rate < 1 or mde_abs <= 0 or not 0 < alpha < 1 or not 0 < power < 1:
        raise ValueError
    h = np.arange(1, n_users // 2 + 1, dtype=float)
    z = norm.isf(alpha / 2) + norm.ppf(power)
    ok = z * np.sqrt(base_rate * (1 - base_rate) * (1 / h + 1 / (n_users - h))) <= mde_abs
    return int(h[np.argmax(ok)])
