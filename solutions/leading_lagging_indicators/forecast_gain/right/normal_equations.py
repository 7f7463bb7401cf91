# The normal equations, with the sums of all past weeks carried on from one week to the next.
import numpy as np


def forecast_gain(x, y, lag, start):
    if len(x) != len(y):
        raise ValueError("lengths")
    if not np.isfinite(np.concatenate([x, y])).all():
        raise ValueError("missing values")
    if lag < 1 or start < lag + 4 or start >= len(y):
        raise ValueError("lag or start")
    xtx, xty = np.zeros((3, 3)), np.zeros(3)
    naive = leading = 0.0
    for t in range(lag, len(y)):
        row = np.array([1.0, y[t - 1], x[t - lag]])
        if t >= start:
            naive += abs(y[t] - y[t - 1])
            leading += abs(y[t] - row @ np.linalg.solve(xtx, xty))
        xtx += np.outer(row, row)
        xty += row * y[t]
    weeks = len(y) - start
    return {
        "mae_naive": naive / weeks,
        "mae_leading": leading / weeks,
        "gain": None if naive == 0 else (naive - leading) / naive,
    }
