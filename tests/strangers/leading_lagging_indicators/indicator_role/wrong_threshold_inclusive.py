# slip: role is "none" also when |corr| equals min_abs_corr (x -1 0 1, y 1 -2 1, max_lag 0, min_abs_corr 0, season 0)
import numpy as np


def indicator_role(x, y, max_lag, min_abs_corr, season):
    x = np.asarray(x, dtype=float)
    y = np.asarray(y, dtype=float)
    if x.shape != y.shape or x.size == 0:
        raise ValueError("need two non-empty series of equal length")
    if max_lag < 0:
        raise ValueError("max_lag < 0")
    if min_abs_corr < 0 or min_abs_corr > 1:
        raise ValueError("min_abs_corr outside [0, 1]")
    if season < 0 or season >= x.size:
        raise ValueError("season out of range")
    if season:
        x, y = x[season:] - x[:-season], y[season:] - y[:-season]
    size = x.size
    best = None
    by_closeness = sorted(range(-max_lag, max_lag + 1), key=lambda g: (abs(g), -g))
    corrs = {}
    for lag in by_closeness:
        if abs(lag) >= size:
            continue
        a = x[:size - lag] if lag >= 0 else x[-lag:]
        b = y[lag:] if lag >= 0 else y[:size + lag]
        ok = np.isfinite(a) & np.isfinite(b)
        a, b = a[ok], b[ok]
        n = a.size
        if n < 3 or np.ptp(a) == 0 or np.ptp(b) == 0:
            continue
        a, b = a - a[0], b - b[0]
        top = n * (a @ b) - a.sum() * b.sum()
        below = (n * (a @ a) - a.sum() ** 2) * (n * (b @ b) - b.sum() ** 2)
        corrs[lag] = float(top / np.sqrt(below))
    if not corrs:
        return {"lag": None, "corr": None, "role": "none"}
    peak = max(abs(c) for c in corrs.values())
    best = next(lag for lag in corrs if abs(corrs[lag]) >= peak - 1e-9)
    corr = corrs[best]
    if abs(corr) <= min_abs_corr:
        role = "none"
    else:
        role = "coincident" if best == 0 else ("leading" if best > 0 else "lagging")
    return {"lag": int(best), "corr": corr, "role": role}
