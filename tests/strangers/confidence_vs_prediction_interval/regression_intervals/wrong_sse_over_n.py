# slip: residual variance SSE/n (maximum likelihood)
import numpy as np
from scipy.stats import t

def regression_intervals(x, y, x_new, level):
    x, y, xn = (np.asarray(v, float) for v in (x, y, x_new))
    n = len(x)
    if n != len(y) or n < 3 or np.ptp(x) == 0 or not 0 < level < 1:
        raise ValueError
    b, a = np.polyfit(x, y, 1)
    s = np.sqrt(((y - a - b * x) ** 2).mean())
    h = 1 / n + (xn - x.mean()) ** 2 / ((x - x.mean()) ** 2).sum()
    f, q = a + b * xn, t.ppf((1 + level) / 2, n - 2)
    c, p = q * s * np.sqrt(h), q * s * np.sqrt(1 + h)
    return np.column_stack([f, f - c, f + c, f - p, f + p])
