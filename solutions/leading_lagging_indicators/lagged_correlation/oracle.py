import pandas as pd


def lagged_correlation(x, y, max_lag):
    """pandas: shift y back, let corr() leave out what is missing."""
    if len(x) != len(y) or not len(x) or max_lag < 0:
        raise ValueError("lengths differ, nothing there, or a negative max_lag")
    x, y = pd.Series(x), pd.Series(y)
    rows = []
    for lag in range(-max_lag, max_lag + 1):
        both = pd.DataFrame({"x": x, "y": y.shift(-lag)}).dropna()
        varied = (both.nunique() > 1).all()
        corr = both["x"].corr(both["y"], min_periods=3) if varied else None
        rows.append({"lag": lag, "n": len(both), "corr": corr})
    return pd.DataFrame(rows)
