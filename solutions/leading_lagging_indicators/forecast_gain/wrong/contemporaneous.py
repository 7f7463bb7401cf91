# You used x of the week to be forecast. It is known too late to help: x enters with the value of
# lag weeks before.
# rule: leading
import numpy as np


def forecast_gain(x, y, lag, start):
    T = len(y)
    if len(x) != T:
        raise ValueError("x and y must have the same length")
    if np.isnan(x).any() or np.isnan(y).any():
        raise ValueError("a forecast cannot start from a missing value")
    if lag < 1:
        raise ValueError("lag must be at least 1: the x of the same week is not known in time")
    if start - lag < 4 or start >= T:
        raise ValueError("start must leave four weeks to learn from and one to forecast")

    errors = []
    for t in range(start, T):
        s = np.arange(lag, t)  # the weeks that were over by then
        past = np.column_stack([np.ones(len(s)), y[s - 1], x[s]])
        a, b, c = np.linalg.lstsq(past, y[s], rcond=None)[0]
        errors.append((y[t] - y[t - 1], y[t] - (a + b * y[t - 1] + c * x[t])))

    naive, leading = np.abs(errors).mean(axis=0)
    return {
        "mae_naive": naive,
        "mae_leading": leading,
        "gain": 1 - leading / naive if naive else None,
    }
