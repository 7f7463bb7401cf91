# slip: rows with a NaN are dropped before shifting, which closes the gap (x 1 NaN 2 5 3 4, y 2 1 4 3 6 5, max_lag 1)
import numpy as np
import pandas as pd


def lagged_correlation(x, y, max_lag):
    if len(x) != len(y) or len(x) == 0:
        raise ValueError("need two non-empty series of equal length")
    if max_lag < 0:
        raise ValueError("max_lag < 0")
    both = pd.DataFrame({"x": np.asarray(x, dtype=float), "y": np.asarray(y, dtype=float)}).dropna()
    x, y = both["x"].to_numpy(), both["y"].to_numpy()
    size = len(x)
    rows = []
    for lag in range(-max_lag, max_lag + 1):
        if abs(lag) >= size:
            a = b = np.array([])
        elif lag >= 0:
            a, b = x[:size - lag], y[lag:]
        else:
            a, b = x[-lag:], y[:size + lag]
        corr = np.nan
        if len(a) >= 3 and a.max() > a.min() and b.max() > b.min():
            da, db = a - a.mean(), b - b.mean()
            corr = (da @ db) / np.sqrt((da @ da) * (db @ db))
        rows.append((lag, len(a), corr))
    return pd.DataFrame(rows, columns=["lag", "n", "corr"])
