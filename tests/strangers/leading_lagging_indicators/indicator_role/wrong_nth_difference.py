# slip: takes the season-th difference, np.diff(n=season), instead of v[t] - v[t - season] (x 4 1 3 9 2 6 5 8, y 1 4 2 3 9 1 6 5, max_lag 2, min_abs_corr 0.3, season 2)
import numpy as np


def _corr(a, b):
    ok = ~(np.isnan(a) | np.isnan(b))
    a, b = a[ok], b[ok]
    if len(a) < 3 or a.max() == a.min() or b.max() == b.min():
        return None
    n = len(a)
    a, b = a - a[0], b - b[0]
    sab = n * (a * b).sum() - a.sum() * b.sum()
    saa = n * (a * a).sum() - a.sum() ** 2
    sbb = n * (b * b).sum() - b.sum() ** 2
    return float(sab / np.sqrt(saa * sbb))


def indicator_role(x, y, max_lag, min_abs_corr, season):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    if len(x) != len(y) or len(x) == 0 or max_lag < 0:
        raise ValueError("bad series or max_lag")
    if not 0 <= min_abs_corr <= 1 or not 0 <= season < len(x):
        raise ValueError("min_abs_corr or season out of range")
    x, y = np.diff(x, n=season), np.diff(y, n=season)
    size = len(x)
    found = []
    for lag in range(-max_lag, max_lag + 1):
        t = np.arange(max(0, -lag), min(size, size - lag))
        corr = _corr(x[t], y[t + lag])
        if corr is not None:
            found.append((lag, corr))
    if not found:
        return {"lag": None, "corr": None, "role": "none"}
    best = max(abs(c) for _, c in found)
    lag, corr = min((r for r in found if abs(r[1]) >= best - 1e-9),
                    key=lambda r: (abs(r[0]), r[0] < 0))
    role = "leading" if lag > 0 else "lagging" if lag < 0 else "coincident"
    if abs(corr) < min_abs_corr:
        role = "none"
    return {"lag": lag, "corr": corr, "role": role}
