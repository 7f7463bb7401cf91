# style: a bisection written out, with the standard library's normal distribution
import math
from statistics import NormalDist


def smallest_holdout(n_users, base_rate, mde_abs, alpha, power):
    if n_users < 2 or base_rate <= 0 or base_rate >= 1 or mde_abs <= 0:
        raise ValueError("n_users, base_rate or mde_abs")
    if min(alpha, power) <= 0 or max(alpha, power) >= 1:
        raise ValueError("alpha or power")
    z = NormalDist().inv_cdf(1 - alpha / 2) + NormalDist().inv_cdf(power)

    def detectable(h):
        variance = base_rate * (1 - base_rate) * (1 / h + 1 / (n_users - h))
        return z * math.sqrt(variance)

    too_few, enough = 0, n_users // 2
    if detectable(enough) > mde_abs:
        return None
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        if detectable(middle) <= mde_abs:
            enough = middle
        else:
            too_few = middle
    return enough
