# scipy's line with its standard errors: s follows from that of the slope.
import numpy as np
from scipy import stats


def regression_intervals(x, y, x_new, level):
    n = len(x)
    if len(y) != n or n < 3 or x.min() == x.max() or not 0 < level < 1:
        raise ValueError("points or level")
    line = stats.linregress(x, y)
    s = line.stderr * np.sqrt(n * x.var())
    centre_error = s / np.sqrt(n)
    slope_error = line.stderr * (x_new - x.mean())
    fit = line.intercept + line.slope * x_new
    q = stats.t(n - 2).ppf(0.5 + level / 2)
    ci = q * np.hypot(centre_error, slope_error)
    pi = q * np.sqrt(centre_error**2 + slope_error**2 + s**2)
    return np.array([fit, fit - ci, fit + ci, fit - pi, fit + pi]).T
