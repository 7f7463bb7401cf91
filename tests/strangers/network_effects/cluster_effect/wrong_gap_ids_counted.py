# slip: clusters are counted as max id - min id + 1, so gaps in the ids count (clusters 1, 2, 5, 6)
import numpy as np
from scipy.stats import t as student


def cluster_effect(y, treated, cluster):
    y = np.asarray(y, dtype=float)
    d = np.asarray(treated, dtype=bool)
    c = np.asarray(cluster, dtype=int)
    if not len(y) == len(d) == len(c):
        raise ValueError("lengths differ")
    if len(set(c[d].tolist())) < 2 or len(set(c[~d].tolist())) < 2:
        raise ValueError("an arm appears in fewer than 2 clusters")
    if np.ptp(y) == 0:
        raise ValueError("y is constant")
    n = len(y)
    x = np.column_stack([np.ones(n), d])
    bread = np.linalg.inv(x.T @ x)
    beta = bread @ x.T @ y
    resid = y - x @ beta
    code = c - c.min()
    scores = np.column_stack([np.bincount(code, weights=x[:, j] * resid) for j in range(2)])
    g = len(scores)
    cov = bread @ (scores.T @ scores) @ bread * g / (g - 1) * (n - 1) / (n - 2)
    se = np.sqrt(cov[1, 1])
    se_iid = np.sqrt(resid @ resid / (n - 2) * bread[1, 1])
    return {"effect": float(beta[1]), "se_iid": float(se_iid), "se_cluster": float(se),
            "p_value": float(2 * student.sf(abs(beta[1]) / se, g - 1)), "n_clusters": int(g)}
