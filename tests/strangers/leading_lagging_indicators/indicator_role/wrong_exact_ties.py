# slip: ties need exactly equal |corr|, without the 1e-9 slack (x -3 2 -3 2 -3 2 over 64, y -3 1 -3 1 -3 1 over 64, max_lag 3, min_abs_corr 0.5, season 0)
import numpy as np


def indicator_role(x, y, max_lag, min_abs_corr, season):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    if len(x) != len(y) or len(x) == 0:
        raise ValueError("need two non-empty series of equal length")
    if max_lag < 0 or not 0 <= min_abs_corr <= 1 or not 0 <= season < len(x):
        raise ValueError("max_lag, min_abs_corr or season out of range")
    if season > 0:
        x = x[season:] - x[:-season]
        y = y[season:] - y[:-season]
    size = len(x)
    found = []
    for lag in range(-max_lag, max_lag + 1):
        t = np.arange(max(0, -lag), min(size, size - lag))
        a, b = x[t], y[t + lag]
        ok = ~(np.isnan(a) | np.isnan(b))
        a, b = a[ok], b[ok]
        if len(a) < 3 or a.max() == a.min() or b.max() == b.min():
            continue
        da, db = a - a.mean(), b - b.mean()
        corr = (da * db).sum() / np.sqrt((da ** 2).sum() * (db ** 2).sum())
        found.append((lag, float(corr)))
    if not found:
        return {"lag": None, "corr": None, "role": "none"}
    lag, corr = min(found, key=lambda r: (-abs(r[1]), abs(r[0]), -r[0]))
    if abs(corr) < min_abs_corr:
        role = "none"
    elif lag == 0:
        role = "coincident"
    else:
        role = "leading" if lag > 0 else "lagging"
    return {"lag": lag, "corr": corr, "role": role}
