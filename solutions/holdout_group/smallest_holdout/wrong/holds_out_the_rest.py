# You return the size of the launched group. Asked for is the number of users who are held out.
# rule: search
from bisect import bisect_left
from math import sqrt

from scipy.stats import norm


def smallest_holdout(n_users, base_rate, mde_abs, alpha, power):
    if n_users < 2:
        raise ValueError("two groups need at least two users")
    if not 0 < base_rate < 1:
        raise ValueError("base_rate must lie strictly between 0 and 1")
    if mde_abs <= 0:
        raise ValueError("mde_abs must be positive")
    if not (0 < alpha < 1 and 0 < power < 1):
        raise ValueError("alpha and power must lie strictly between 0 and 1")

    z = norm.ppf(1 - alpha / 2) + norm.ppf(power)
    spread = z * sqrt(base_rate * (1 - base_rate))

    def enough(h):
        return spread * sqrt(1 / h + 1 / (n_users - h)) <= mde_abs

    sizes = range(1, n_users // 2 + 1)
    place = bisect_left(sizes, True, key=enough)
    return n_users - sizes[place] if place < len(sizes) else None
