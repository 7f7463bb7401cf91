# slip: the grand mean is the plain mean of the cluster means (y 1 2 3 10 12, clusters 1 1 1 2 2)
import numpy as np


def design_effect(y, cluster):
    y = np.asarray(y, dtype=float)
    cluster = np.asarray(cluster)
    if y.shape != cluster.shape:
        raise ValueError("lengths differ")
    _, code, size = np.unique(cluster, return_inverse=True, return_counts=True)
    n, g = len(y), len(size)
    if g < 2 or n <= g:
        raise ValueError("need 2 clusters and more rows than clusters")
    m = (size ** 2).sum() / n
    icc = 0.0
    if y.max() > y.min():
        means = np.bincount(code, weights=y) / size
        msb = (size * (means - means.mean()) ** 2).sum() / (g - 1)
        msw = ((y - means[code]) ** 2).sum() / (n - g)
        n0 = (n - m) / (g - 1)
        icc = max(0.0, float((msb - msw) / (msb + (n0 - 1) * msw)))
    deff = float(1 + (m - 1) * icc)
    return {"icc": icc, "design_effect": deff, "effective_n": n / deff}
