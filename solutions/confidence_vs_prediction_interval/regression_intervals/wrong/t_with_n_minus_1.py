# Your s² divides by n - 2, but your t has n - 1 degrees of freedom. The two belong together: two
# coefficients were fitted, so both are n - 2.
# rule: residuals
import numpy as np
from scipy import stats


def regression_intervals(x, y, x_new, level):
    n = len(x)
    if n < 3 or len(y) != n or np.ptp(x) == 0:
        raise ValueError("three points at least, one y for each x, and not all x equal")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")
    x_bar, y_bar = x.mean(), y.mean()
    sxx = np.sum((x - x_bar) ** 2)
    b = np.sum((x - x_bar) * (y - y_bar)) / sxx
    a = y_bar - b * x_bar
    sse = np.sum((y - a - b * x) ** 2)
    df = n - 2
    s = np.sqrt(sse / df)
    q = stats.t.ppf((1 + level) / 2, n - 1)
    fit = a + b * x_new
    h = 1 / n + (x_new - x_bar) ** 2 / sxx
    ci = q * s * np.sqrt(h)
    pi = q * s * np.sqrt(1 + h)
    return np.column_stack([fit, fit - ci, fit + ci, fit - pi, fit + pi])
