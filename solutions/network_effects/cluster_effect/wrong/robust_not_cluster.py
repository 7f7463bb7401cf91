# You squared each user's residual on its own: robust against unequal variances, and blind to
# clusters. Sum inside each cluster before squaring.
# rule: sandwich
import numpy as np
from scipy import stats


def cluster_effect(y, treated, cluster):
    if not len(y) == len(treated) == len(cluster):
        raise ValueError("y, treated and cluster must have one entry per user each")
    if any(len(np.unique(cluster[arm])) < 2 for arm in (treated, ~treated)):
        raise ValueError("each arm needs users in at least two clusters")
    if np.ptp(y) == 0:
        raise ValueError("y does not vary")

    n = len(y)
    weight = np.where(treated, 1 / treated.sum(), -1 / (~treated).sum())
    effect = weight @ y
    residual = y - np.where(treated, y[treated].mean(), y[~treated].mean())
    se_iid = np.sqrt(residual @ residual / (n - 2) * (weight @ weight))

    labels = np.unique(cluster)
    groups = len(labels)
    scores = weight * residual
    se_cluster = np.sqrt(n / (n - 2) * (scores @ scores))
    return {
        "effect": effect,
        "se_iid": se_iid,
        "se_cluster": se_cluster,
        "p_value": 2 * stats.t.sf(abs(effect) / se_cluster, groups - 1),
        "n_clusters": groups,
    }
