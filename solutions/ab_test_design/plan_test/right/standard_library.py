# The standard library alone: NormalDist, whole weeks with the modulo of a negative number.
import math
from statistics import NormalDist


def plan_test(baseline, mde_abs, alpha, power, ratio, daily_users, share):
    p = [baseline, baseline + mde_abs]
    in_range = all(0 < value < 1 for value in [*p, alpha, power])
    if not in_range or not mde_abs or not (ratio > 0 and daily_users > 0 and 0 < share <= 1):
        raise ValueError("this is not a plan")
    z = NormalDist().inv_cdf
    variance = [rate - rate**2 for rate in p]
    average = p[0] / (1 + ratio) + p[1] * ratio / (1 + ratio)
    null = z(1 - alpha / 2) * math.sqrt((average - average**2) * (ratio + 1) / ratio)
    real = z(power) * math.hypot(math.sqrt(variance[0]), math.sqrt(variance[1] / ratio))
    x = (null + real) ** 2 / mde_abs**2
    n = {"n_control": math.ceil(x), "n_treatment": math.ceil(ratio * x)}
    needed = sum(n.values()) / daily_users / share
    days = math.ceil(needed - max(needed, 1) / 1e9)
    return n | {"days": days + -days % 7}
