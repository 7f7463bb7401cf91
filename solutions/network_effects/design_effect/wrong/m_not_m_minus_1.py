# You multiplied the icc by the cluster size instead of the size minus 1. A user shares something
# with the others of the cluster, and those are one fewer; clusters of one must give a factor of 1.
# rule: factor
import numpy as np


def design_effect(y, cluster):
    _, number, sizes = np.unique(cluster, return_inverse=True, return_counts=True)
    n, groups = len(y), len(sizes)
    if groups < 2 or n == groups:
        raise ValueError("at least two clusters, one of them with at least two users")

    means = np.bincount(number, y) / sizes
    between = sizes @ (means - y.mean()) ** 2 / (groups - 1)
    within = np.sum((y - means[number]) ** 2) / (n - groups)
    users_size = sizes @ sizes / n  # size of the cluster of a user drawn at random
    n0 = (n - users_size) / (groups - 1)

    icc = 0.0
    if between > within:
        icc = (between - within) / (between + (n0 - 1) * within)
    factor = 1 + users_size * icc
    return {"icc": icc, "design_effect": factor, "effective_n": n / factor}
