# style: row loop, pandas summary
import pandas as pd
import numpy as np
from scipy.stats import t

def interval_coverage_report(samples, future, mu, level):
    if np.ndim(samples) != 2 or np.ndim(future) != 1 or not 0 < level < 1:
        raise ValueError("shape")
    R, n = np.shape(samples)
    if R < 1 or n < 2 or len(future) != R:
        raise ValueError("shape")
    q = t.isf((1 - level) / 2, n - 1)
    rows = []
    for row, nxt in zip(samples, future):
        m = sum(row) / n
        var = sum((v - m) ** 2 for v in row) / (n - 1)
        ci, pi = q * (var / n) ** 0.5, q * (var * (n + 1) / n) ** 0.5
        rows.append((abs(mu - m) <= ci + 1e-12, abs(nxt - m) <= ci + 1e-12, abs(nxt - m) <= pi + 1e-12))
    cols = ["ci_covers_mean", "ci_covers_future", "pi_covers_future"]
    return {k: float(v) for k, v in pd.DataFrame(rows, columns=cols).astype(float).mean().items()}
