# style: textbook sums
import numpy as np
from scipy.stats import t

def regression_intervals(x, y, x_new, level):
    x, y = np.asarray(x, float), np.asarray(y, float)
    n = x.size
    if n != y.size:
        raise ValueError("lengths")
    if n < 3 or np.all(x == x[0]):
        raise ValueError("x")
    if level <= 0 or level >= 1:
        raise ValueError("level")
    xb, yb = x.mean(), y.mean()
    sxx = np.sum((x - xb) ** 2)
    slope = np.sum((x - xb) * (y - yb)) / sxx
    s = np.sqrt(np.sum((y - yb - slope * (x - xb)) ** 2) / (n - 2))
    q = t.isf((1 - level) / 2, n - 2)
    rows = []
    for x0 in np.asarray(x_new, float):
        fit = yb + slope * (x0 - xb)
        h = 1 / n + (x0 - xb) ** 2 / sxx
        c, p = q * s * h ** 0.5, q * s * (1 + h) ** 0.5
        rows.append([fit, fit - c, fit + c, fit - p, fit + p])
    return np.array(rows, float).reshape(-1, 5)
