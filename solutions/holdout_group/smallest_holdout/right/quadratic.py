# style: solved for h: h(n - h) must reach a fixed number, which is a quadratic equation
import math

from scipy.stats import norm


def smallest_holdout(n_users, base_rate, mde_abs, alpha, power):
    if n_users < 2:
        raise ValueError("n_users")
    if not 0 < base_rate < 1 or not 0 < alpha < 1 or not 0 < power < 1:
        raise ValueError("base_rate, alpha and power lie between 0 and 1")
    if not mde_abs > 0:
        raise ValueError("mde_abs")
    z = norm.isf(alpha / 2) + norm.ppf(power)
    share = (z / mde_abs) ** 2 * base_rate * (1 - base_rate)  # of h (n - h) / n
    root = n_users**2 / 4 - share * n_users
    if root < 0:
        return None
    # (n/2 - sqrt(root)), written so that nothing cancels
    h = share * n_users / (n_users / 2 + math.sqrt(root))
    smallest = max(1, math.ceil(h))
    return smallest if smallest <= n_users // 2 else None
