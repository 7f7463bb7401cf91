# slip: exactly four training rows at the first forecast raise, start - lag = 4 (x 1 0 2 0 1 3 0 1, y 1 2 4 3 5 6 8 7, lag 1, start 5)
import numpy as np
import statsmodels.api as sm


def forecast_gain(x, y, lag, start):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    if len(x) != len(y):
        raise ValueError("lengths differ")
    if np.isnan(np.concatenate([x, y])).any():
        raise ValueError("NaN in a series")
    if lag < 1 or start >= len(y) or start - max(1, lag) <= 4:
        raise ValueError("lag or start out of range")
    total_naive = total_model = 0.0
    for t in range(start, len(y)):
        own, lead, target = y[lag - 1:t - 1], x[:t - lag], y[lag:t]
        design = np.column_stack([np.ones(t - lag), own, lead])
        beta = sm.OLS(target, design).fit().params
        total_model += abs(y[t] - (beta[0] + beta[1] * y[t - 1] + beta[2] * x[t - lag]))
        total_naive += abs(y[t] - y[t - 1])
    steps = len(y) - start
    gain = 1 - total_model / total_naive if total_naive != 0 else None
    return {"mae_naive": float(total_naive / steps), "mae_leading": float(total_model / steps),
            "gain": None if gain is None else float(gain)}
