# slip: only asks for 2 clusters overall, not 2 per arm (treated rows all in cluster 1, control rows in 2 and 3)
import numpy as np
from scipy.stats import t as student


def cluster_effect(y, treated, cluster):
    y = np.asarray(y, dtype=float)
    d = np.asarray(treated, dtype=bool)
    cluster = np.asarray(cluster)
    if not (y.shape == d.shape == cluster.shape):
        raise ValueError("lengths differ")
    names, code = np.unique(cluster, return_inverse=True)
    g = len(names)
    if g < 2 or d.all() or not d.any():
        raise ValueError("too few clusters or an empty arm")
    if y.min() == y.max():
        raise ValueError("y is constant")
    n, n1 = len(y), int(d.sum())
    n0 = n - n1
    if n < 3:
        raise ValueError("too few rows")
    m1, m0 = y[d].mean(), y[~d].mean()
    resid = y - np.where(d, m1, m0)
    sums = np.bincount(code, weights=resid * np.where(d, 1 / n1, -1 / n0), minlength=g)
    se = np.sqrt((sums @ sums) * g / (g - 1) * (n - 1) / (n - 2))
    effect = m1 - m0
    return {"effect": float(effect),
            "se_iid": float(np.sqrt(resid @ resid / (n - 2) * (1 / n1 + 1 / n0))),
            "se_cluster": float(se),
            "p_value": float(2 * student.sf(abs(effect) / se, g - 1)) if se > 0 else 0.0,
            "n_clusters": g}
