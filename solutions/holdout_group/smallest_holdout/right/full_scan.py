# style: all h at once with numpy, and argmax
import numpy as np
from scipy import stats


def smallest_holdout(n_users, base_rate, mde_abs, alpha, power):
    for probability in (base_rate, alpha, power):
        if not 0 < probability < 1:
            raise ValueError("a probability is not strictly between 0 and 1")
    if n_users < 2 or mde_abs <= 0:
        raise ValueError("n_users or mde_abs")
    z = stats.norm.ppf([1 - alpha / 2, power]).sum()
    h = np.arange(1, n_users // 2 + 1)
    fine = z * np.sqrt(base_rate * (1 - base_rate) * (1 / h + 1 / (n_users - h))) <= mde_abs
    return h[fine.argmax()] if fine.any() else None
