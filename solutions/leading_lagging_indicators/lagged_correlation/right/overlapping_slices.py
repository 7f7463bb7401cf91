# Two overlapping slices per lag and numpy's corrcoef; x is cut for a positive lag, y for a
# negative one.
import numpy as np
import pandas as pd


def lagged_correlation(x, y, max_lag):
    if len(x) == 0 or len(x) != len(y) or max_lag < 0:
        raise ValueError("two series of one length, and max_lag of 0 or more")
    table = {"lag": [], "n": [], "corr": []}
    for lag in range(-max_lag, max_lag + 1):
        size = max(len(x) - abs(lag), 0)
        if lag >= 0:
            a, b = x[:size], y[len(y) - size :]
        else:
            a, b = x[len(x) - size :], y[:size]
        pairs = np.vstack([a, b])
        pairs = pairs[:, ~np.isnan(pairs).any(axis=0)]
        enough = pairs.shape[1] >= 3 and (pairs.min(axis=1) < pairs.max(axis=1)).all()
        table["lag"].append(lag)
        table["n"].append(pairs.shape[1])
        table["corr"].append(np.corrcoef(pairs)[0, 1] if enough else np.nan)
    return pd.DataFrame(table)
