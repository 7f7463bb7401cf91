# You give a correlation for two pairs. Two points always lie on a line, so it is 1 or −1 whatever
# they are: below three pairs it is NULL.
# rule: corr
import numpy as np
import pandas as pd


def lagged_correlation(x, y, max_lag):
    T = len(x)
    if T != len(y) or T == 0:
        raise ValueError("x and y must have the same length, and at least one value")
    if max_lag < 0:
        raise ValueError("max_lag must not be negative")

    rows = []
    for lag in range(-max_lag, max_lag + 1):
        t = np.arange(max(0, -lag), min(T, T - lag))  # the weeks whose partner exists
        first, later = x[t], y[t + lag]
        known = ~np.isnan(first) & ~np.isnan(later)
        rows.append((lag, known.sum(), pearson(first[known], later[known])))
    return pd.DataFrame(rows, columns=["lag", "n", "corr"])


def pearson(a, b):
    if len(a) < 2 or np.ptp(a) == 0 or np.ptp(b) == 0:
        return None
    a, b = a - a.mean(), b - b.mean()
    return a @ b / np.sqrt((a @ a) * (b @ b))
