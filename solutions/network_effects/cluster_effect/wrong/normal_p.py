# Few clusters need the small-sample factor and t with G-1. You took the normal curve, whose tails
# are too thin: with five clusters a statistic of 2 has p = 0.12, not 0.05.
# rule: p_value
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

    # Users of a cluster move together: add up inside each cluster first, then square.
    labels, number = np.unique(cluster, return_inverse=True)
    groups = len(labels)
    sums = np.bincount(number, weight * residual)
    small_sample = groups / (groups - 1) * (n - 1) / (n - 2)
    se_cluster = np.sqrt(small_sample * (sums @ sums))
    return {
        "effect": effect,
        "se_iid": se_iid,
        "se_cluster": se_cluster,
        "p_value": 2 * stats.norm.sf(abs(effect) / se_cluster),
        "n_clusters": groups,
    }
