# slip: a negative gain is reported as 0 (x 1 0 2 0 1 3 0 1, y 1 2 4 3 5 6 8 7, lag 1, start 6)
import numpy as np


def forecast_gain(x, y, lag, start):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    if len(x) != len(y) or np.isnan(x).any() or np.isnan(y).any():
        raise ValueError("bad series")
    if lag < 1 or start - max(1, lag) < 4 or start >= len(y):
        raise ValueError("lag or start out of range")
    size = len(y)
    s = np.arange(lag, size)
    design = np.column_stack([np.ones(len(s)), y[s - 1], x[s - lag]])
    target = y[s]
    error_naive, error_model = [], []
    for t in range(start, size):
        i = t - lag
        beta = np.linalg.lstsq(design[:i], target[:i], rcond=None)[0]
        error_model.append(abs(y[t] - design[i] @ beta))
        error_naive.append(abs(y[t] - y[t - 1]))
    naive, leading = float(np.mean(error_naive)), float(np.mean(error_model))
    gain = None if naive == 0 else max(0.0, 1 - leading / naive)
    return dict(mae_naive=naive, mae_leading=leading, gain=gain)
