import numpy as np
from scipy import stats


def regression_intervals(x, y, x_new, level):
    n = len(x)
    if n < 3 or len(y) != n:
        raise ValueError("x and y must be of equal length, with at least three points")
    if np.ptp(x) == 0:
        raise ValueError("all x are equal: no slope can be told")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")

    dx = x - x.mean()
    sxx = dx @ dx
    slope = dx @ y / sxx
    residuals = y - y.mean() - slope * dx
    reach = stats.t.ppf((1 + level) / 2, n - 2) * np.sqrt(residuals @ residuals / (n - 2))

    distance = x_new - x.mean()
    fit = y.mean() + slope * distance
    leverage = 1 / n + distance**2 / sxx
    ci, pi = reach * np.sqrt(leverage), reach * np.sqrt(1 + leverage)
    return np.column_stack([fit, fit - ci, fit + ci, fit - pi, fit + pi])
