# Your icc is the share of the sum of squares between the clusters. That is positive by chance
# alone; compare the mean squares, so that clusters which do not matter give about 0.
# rule: icc
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
    if between > 0:
        icc = between * (groups - 1) / (between * (groups - 1) + within * (n - groups))
    factor = 1 + (users_size - 1) * icc
    return {"icc": icc, "design_effect": factor, "effective_n": n / factor}
