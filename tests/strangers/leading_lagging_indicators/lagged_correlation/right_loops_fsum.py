# style: plain loops over index pairs, math.fsum
import math
import pandas as pd


def _pearson(pairs):
    if len(pairs) < 3:
        return None
    cols = list(zip(*pairs))
    if any(max(c) == min(c) for c in cols):
        return None
    scaled = []
    for c in cols:
        shifted = [v - c[0] for v in c]
        mean = math.fsum(shifted) / len(shifted)
        dev = [v - mean for v in shifted]
        top = max(abs(v) for v in dev)
        scaled.append([v / top for v in dev])
    a, b = scaled
    sab = math.fsum(p * q for p, q in zip(a, b))
    saa = math.fsum(p * p for p in a)
    sbb = math.fsum(q * q for q in b)
    return sab / math.sqrt(saa * sbb)


def lagged_correlation(x, y, max_lag):
    x = [float(v) for v in x]
    y = [float(v) for v in y]
    if len(x) != len(y) or not x:
        raise ValueError("series must be non-empty and of equal length")
    if max_lag < 0:
        raise ValueError("max_lag must be >= 0")
    size = len(x)
    rows = []
    for lag in range(-int(max_lag), int(max_lag) + 1):
        pairs = []
        for t in range(size):
            if 0 <= t + lag < size:
                p, q = x[t], y[t + lag]
                if not (math.isnan(p) or math.isnan(q)):
                    pairs.append((p, q))
        rows.append((lag, len(pairs), _pearson(pairs)))
    frame = pd.DataFrame(rows, columns=["lag", "n", "corr"])
    frame["corr"] = frame["corr"].astype(float)
    return frame
