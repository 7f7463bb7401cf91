# slip: the design effect uses n0 instead of sum n_g^2 / N (y 1 2 1 10 12, clusters 1 1 1 2 2)
import numpy as np


def design_effect(y, cluster):
    y = np.asarray(y, dtype=float)
    cluster = np.asarray(cluster)
    if len(y) != len(cluster):
        raise ValueError("lengths differ")
    names = np.unique(cluster)
    n, g = len(y), len(names)
    if g < 2 or n <= g:
        raise ValueError("need 2 clusters and more rows than clusters")
    parts = [y[cluster == c] for c in names]
    n0 = (n - sum(len(p) ** 2 for p in parts) / n) / (g - 1)
    icc = 0.0
    if y.max() != y.min():
        msb = sum(len(p) * (p.mean() - y.mean()) ** 2 for p in parts) / (g - 1)
        msw = sum(((p - p.mean()) ** 2).sum() for p in parts) / (n - g)
        icc = max(0.0, float((msb - msw) / (msb + (n0 - 1) * msw)))
    deff = 1 + (n0 - 1) * icc
    return {"icc": icc, "design_effect": float(deff), "effective_n": float(n / deff)}
