# The power as a function of n, solved for n by bisection: no formula for n at all.
import math

from scipy.optimize import brentq
from scipy.stats import norm


def plan_test(baseline, mde_abs, alpha, power, ratio, daily_users, share):
    treated = baseline + mde_abs
    for value in (baseline, treated, alpha, power):
        if value <= 0 or value >= 1:
            raise ValueError(value)
    if mde_abs == 0 or ratio <= 0 or daily_users <= 0 or share <= 0 or share > 1:
        raise ValueError("plan")
    both = (baseline + ratio * treated) / (1 + ratio)
    se0 = math.sqrt(both * (1 - both) * (1 + 1 / ratio))
    se1 = math.sqrt(baseline * (1 - baseline) + treated * (1 - treated) / ratio)

    def shortfall(root):  # of the power, with root² customers in control
        return norm.cdf((abs(mde_abs) * root - norm.isf(alpha / 2) * se0) / se1) - power

    n = brentq(shortfall, 0, 1e5, xtol=1e-13, rtol=1e-14) ** 2
    sizes = [math.ceil(n), math.ceil(n * ratio)]
    q = sum(sizes) / (daily_users * share)
    days = math.ceil(q - 1e-9 * max(1.0, q))
    while days % 7:
        days += 1
    return dict(n_control=sizes[0], n_treatment=sizes[1], days=days)
