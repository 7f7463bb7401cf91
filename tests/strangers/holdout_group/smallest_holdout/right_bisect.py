# style: bisect with a key
from bisect import bisect_left
from math import sqrt
from statistics import NormalDist

def smallest_holdout(n_users, base_rate, mde_abs, alpha, power):
    for prob in (base_rate, alpha, power):
        if not 0 < prob < 1:
            raise ValueError("probability")
    if n_users < 2 or mde_abs <= 0:
        raise ValueError("n or mde")
    n, N = int(n_users), NormalDist()
    z = N.inv_cdf(1 - alpha / 2) + N.inv_cdf(power)
    enough = lambda h: z * sqrt(base_rate * (1 - base_rate) * (1 / h + 1 / (n - h))) <= mde_abs
    sizes = range(1, n // 2 + 1)
    i = bisect_left(sizes, True, key=enough)
    return sizes[i] if i < len(sizes) else None
