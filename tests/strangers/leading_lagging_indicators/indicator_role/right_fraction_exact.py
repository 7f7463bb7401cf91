# style: exact rationals, correlations compared as signed squares before any rounding
import math
from fractions import Fraction


def _exact_corr(pairs):
    """(sign, squared correlation) as exact numbers, or None."""
    n = len(pairs)
    if n < 3:
        return None
    sa = sum(p for p, _ in pairs)
    sb = sum(q for _, q in pairs)
    saa = n * sum(p * p for p, _ in pairs) - sa * sa
    sbb = n * sum(q * q for _, q in pairs) - sb * sb
    if saa == 0 or sbb == 0:
        return None
    sab = n * sum(p * q for p, q in pairs) - sa * sb
    return (1 if sab >= 0 else -1), sab * sab / (saa * sbb)


def indicator_role(x, y, max_lag, min_abs_corr, season):
    x = [float(v) for v in x]
    y = [float(v) for v in y]
    if len(x) != len(y) or not x:
        raise ValueError("need two non-empty series of equal length")
    if max_lag < 0 or not 0 <= min_abs_corr <= 1:
        raise ValueError("max_lag or min_abs_corr out of range")
    if season < 0 or season >= len(x):
        raise ValueError("season out of range")

    def prepare(values):
        if season > 0:
            values = [late - early for early, late in zip(values, values[season:])]
        return [None if math.isnan(v) else Fraction(v) for v in values]

    x, y = prepare(x), prepare(y)
    size = len(x)
    found = []
    for lag in range(-max_lag, max_lag + 1):
        pairs = [(x[t], y[t + lag]) for t in range(max(0, -lag), min(size, size - lag))
                 if x[t] is not None and y[t + lag] is not None]
        result = _exact_corr(pairs)
        if result is not None:
            found.append((lag, result[0] * math.sqrt(result[1])))
    if not found:
        return {"lag": None, "corr": None, "role": "none"}
    best = max(abs(c) for _, c in found)
    close = [(lag, c) for lag, c in found if abs(c) >= best - 1e-9]
    lag, corr = min(close, key=lambda r: (abs(r[0]), -r[0]))
    if abs(corr) < min_abs_corr:
        role = "none"
    elif lag > 0:
        role = "leading"
    elif lag < 0:
        role = "lagging"
    else:
        role = "coincident"
    return {"lag": lag, "corr": corr, "role": role}
