# style: the sandwich as it stands in the contract, with 2 x 2 matrices
import numpy as np
from scipy.stats import t as student


def cluster_effect(y, treated, cluster):
    if len(y) != len(treated) or len(y) != len(cluster):
        raise ValueError("lengths differ")
    both = [len(set(cluster[treated])), len(set(cluster[~treated]))]
    if min(both) < 2 or len(set(y)) == 1:
        raise ValueError("too few clusters in an arm, or a constant outcome")
    x = np.column_stack([np.ones(len(y)), treated])
    bread = np.linalg.inv(x.T @ x)
    beta = bread @ (x.T @ y)
    e = y - x @ beta
    n, names = len(y), set(cluster.tolist())
    g = len(names)
    meat = np.zeros((2, 2))
    for name in names:
        s = x[cluster == name].T @ e[cluster == name]
        meat += np.outer(s, s)
    robust = bread @ meat @ bread * g / (g - 1) * (n - 1) / (n - 2)
    classical = bread * (e @ e) / (n - 2)
    se = robust[1, 1] ** 0.5
    return {
        "effect": beta[1],
        "se_iid": classical[1, 1] ** 0.5,
        "se_cluster": se,
        "p_value": 2 * student.cdf(-abs(beta[1] / se), df=g - 1),
        "n_clusters": g,
    }
