# numpy only, without the first answer: masked arrays for the gaps, lags tried in the order of
# preference.
import numpy as np


def indicator_role(x, y, max_lag, min_abs_corr, season):
    T = len(x)
    if len(y) != T:
        raise ValueError("lengths differ")
    if not (0 <= season < T):
        raise ValueError("season")
    if not (0 <= min_abs_corr <= 1):
        raise ValueError("min_abs_corr")
    if max_lag < 0:
        raise ValueError("max_lag")
    x = x[season:] - (x[: T - season] if season else 0)
    y = y[season:] - (y[: T - season] if season else 0)
    best_lag = best = None
    for lag in sorted(range(-max_lag, max_lag + 1), key=lambda k: (abs(k), k < 0)):
        if abs(lag) > len(x) - 3:
            continue
        a = x[: len(x) - lag] if lag >= 0 else x[-lag:]
        b = y[lag:] if lag >= 0 else y[:lag]
        keep = np.isfinite(a + b)
        a, b = a[keep], b[keep]
        if len(a) < 3 or a.max() == a.min() or b.max() == b.min():
            continue
        r = np.mean((a - a.mean()) * (b - b.mean())) / (a.std() * b.std())
        if best is None or abs(r) > abs(best) + 1e-9:
            best_lag, best = lag, float(r)
    role = "none"
    if best is not None and abs(best) >= min_abs_corr:
        role = {1: "leading", 0: "coincident", -1: "lagging"}[int(np.sign(best_lag))]
    return {"lag": best_lag, "corr": best, "role": role}
