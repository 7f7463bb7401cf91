# Two regressors without any solver: centre them, and Cramer's rule for the two slopes.
from statistics import fmean


def forecast_gain(x, y, lag, start):
    T = len(y)
    if len(x) != T:
        raise ValueError("lengths differ")
    if any(value != value for value in [*x, *y]):
        raise ValueError("a value is missing")
    if lag < 1 or start - lag < 4 or start > T - 1:
        raise ValueError("lag or start")
    naive, leading = [], []
    for t in range(start, T):
        target = [float(v) for v in y[lag:t]]
        last = [float(v) for v in y[lag - 1 : t - 1]]
        early = [float(v) for v in x[: t - lag]]
        m0, m1, m2 = fmean(target), fmean(last), fmean(early)
        d0, d1, d2 = ([v - m for v in c] for c, m in ((target, m0), (last, m1), (early, m2)))

        def dot(u, v):
            return sum(p * q for p, q in zip(u, v))

        det = dot(d1, d1) * dot(d2, d2) - dot(d1, d2) ** 2
        b = (dot(d1, d0) * dot(d2, d2) - dot(d2, d0) * dot(d1, d2)) / det
        c = (dot(d2, d0) * dot(d1, d1) - dot(d1, d0) * dot(d1, d2)) / det
        forecast = m0 + b * (y[t - 1] - m1) + c * (x[t - lag] - m2)
        naive.append(abs(y[t] - y[t - 1]))
        leading.append(abs(y[t] - forecast))
    mae_naive, mae_leading = fmean(naive), fmean(leading)
    return {
        "mae_naive": mae_naive,
        "mae_leading": mae_leading,
        "gain": 1 - mae_leading / mae_naive if mae_naive else None,
    }
