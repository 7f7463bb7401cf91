# slip: compares the holdout with all n users, 1/h + 1/n
import numpy as np
from scipy.stats import norm

def smallest_holdout(n_users, base_rate, mde_abs, alpha, power):
    if n_users < 2 or not 0 < base_rate < 1 or mde_abs <= 0 or not 0 < alpha < 1 or not 0 < power < 1:
        raise ValueError
    h = np.arange(1, n_users // 2 + 1, dtype=float)
    z = norm.isf(alpha / 2) + norm.ppf(power)
    ok = z * np.sqrt(base_rate * (1 - base_rate) * (1 / h + 1 / n_users)) <= mde_abs
    return int(h[ok.argmax()]) if ok.any() else None
