# A dictionary from lag to correlation, and the sets of best and nearest lags written out.
import math


def indicator_role(x, y, max_lag, min_abs_corr, season):
    if len(x) != len(y) or not 0 <= season <= len(x) - 1:
        raise ValueError("x, y and season do not fit")
    if not 0.0 <= min_abs_corr <= 1.0:
        raise ValueError("min_abs_corr is a correlation without its sign")
    if season != 0:
        x = x[season:] - x[: len(x) - season]
        y = y[season:] - y[: len(y) - season]
    table = lagged_correlation(x, y, max_lag)
    found = {}
    for lag, corr in zip(table["lag"], table["corr"]):
        if corr is not None and not math.isnan(corr):
            found[int(lag)] = float(corr)
    if not found:
        return {"lag": None, "corr": None, "role": "none"}
    top = max(abs(corr) for corr in found.values())
    best = [lag for lag, corr in found.items() if abs(corr) >= top - 1e-9]
    nearest = min(abs(lag) for lag in best)
    lag = nearest if nearest in best else -nearest
    if top < min_abs_corr:
        role = "none"
    elif lag == 0:
        role = "coincident"
    else:
        role = "leading" if lag > 0 else "lagging"
    return {"lag": lag, "corr": found[lag], "role": role}
