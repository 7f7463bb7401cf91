# slip: training starts at lag + 1 instead of lag (x 1 0 2 0 1 3 0 1, y 1 2 4 3 5 6 8 7, lag 1, start 6)
import numpy as np


def forecast_gain(x, y, lag, start):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    if len(x) != len(y):
        raise ValueError("lengths differ")
    if np.isnan(x).any() or np.isnan(y).any():
        raise ValueError("NaN in a series")
    if lag < 1 or start >= len(y) or start - max(1, lag) < 4:
        raise ValueError("lag or start out of range")
    naive, model = [], []
    for t in range(start, len(y)):
        s = np.arange(lag + 1, t)
        a = np.column_stack([np.ones(len(s)), y[s - 1], x[s - lag]])
        beta, *_ = np.linalg.lstsq(a, y[s], rcond=None)
        model.append(abs(y[t] - np.array([1.0, y[t - 1], x[t - lag]]) @ beta))
        naive.append(abs(y[t] - y[t - 1]))
    m0, m1 = float(np.mean(naive)), float(np.mean(model))
    return {"mae_naive": m0, "mae_leading": m1, "gain": 1 - m1 / m0 if m0 > 0 else None}
