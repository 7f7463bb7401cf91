# Plain Python: sums over the points, then one row per new value.
from math import fsum, sqrt

import numpy as np
from scipy.special import stdtrit


def regression_intervals(x, y, x_new, level):
    n = len(x)
    if n != len(y):
        raise ValueError("lengths")
    if n < 3 or len(set(x)) < 2:
        raise ValueError("x")
    if not 0 < level < 1:
        raise ValueError("level")
    x_mean, y_mean = fsum(x) / n, fsum(y) / n
    sxx = fsum((u - x_mean) ** 2 for u in x)
    b = fsum((u - x_mean) * (v - y_mean) for u, v in zip(x, y)) / sxx
    a = y_mean - b * x_mean
    s = sqrt(fsum((v - a - b * u) ** 2 for u, v in zip(x, y)) / (n - 2))
    q = stdtrit(n - 2, (1 + level) / 2)
    rows = []
    for u in x_new:
        fit, h = a + b * u, 1 / n + (u - x_mean) ** 2 / sxx
        row = [fit]
        for variance in (h, 1 + h):
            row += [fit - q * s * sqrt(variance), fit + q * s * sqrt(variance)]
        rows.append(row)
    return np.array(rows).reshape(-1, 5)
