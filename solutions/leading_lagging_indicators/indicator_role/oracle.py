import math
import statistics


def indicator_role(x, y, max_lag, min_abs_corr, season):
    """Nested loops over lags and weeks; lags are tried from the preferred ones on."""
    if len(x) != len(y) or max_lag < 0 or season < 0 or season >= len(x):
        raise ValueError("lengths, max_lag or season")
    if min_abs_corr < 0 or min_abs_corr > 1:
        raise ValueError("min_abs_corr")
    x, y = x.tolist(), y.tolist()
    if season > 0:
        x = [x[t] - x[t - season] for t in range(season, len(x))]
        y = [y[t] - y[t - season] for t in range(season, len(y))]

    lag, corr = None, None
    for size in range(max_lag + 1):
        for candidate in dict.fromkeys([size, -size]):
            pairs = []
            for t, value in enumerate(x):
                if 0 <= t + candidate < len(y):
                    pairs.append((value, y[t + candidate]))
            pairs = [pair for pair in pairs if not any(map(math.isnan, pair))]
            if len(pairs) < 3 or any(len(set(side)) == 1 for side in zip(*pairs, strict=True)):
                continue
            found = statistics.correlation(*zip(*pairs, strict=True))
            if corr is None or abs(found) > abs(corr) + 1e-9:
                lag, corr = candidate, found
    if corr is None or abs(corr) < min_abs_corr:
        return {"lag": lag, "corr": corr, "role": "none"}
    return {
        "lag": lag,
        "corr": corr,
        "role": ["coincident", "leading", "lagging"][(lag > 0) - (lag < 0)],
    }
