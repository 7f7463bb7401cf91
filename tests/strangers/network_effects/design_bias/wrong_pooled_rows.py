# slip: one difference over the pooled rows instead of the mean of the rows' estimates (two isolated pairs, base 0 1 2 5, rows 1000 and 1110)
import numpy as np


def design_bias(adjacency, base, tau, gamma, assignments):
    a = np.asarray(adjacency)
    base = np.asarray(base, dtype=float)
    z = np.asarray(assignments)
    if a.ndim != 2 or a.shape[0] != a.shape[1] or (a != a.T).any() or a.diagonal().any():
        raise ValueError("adjacency must be square, symmetric, with a zero diagonal")
    n = len(a)
    if base.shape != (n,) or z.ndim != 2 or z.shape[1] != n or z.shape[0] < 1:
        raise ValueError("wrong widths")
    if any(row.all() or not row.any() for row in z):
        raise ValueError("a row has an empty arm")
    degree = a.sum(axis=1)
    share = (z @ a) / np.maximum(degree, 1)
    y = base + tau * z + gamma * share
    mean = float(y[z == 1].mean() - y[z == 0].mean())
    total = float(np.mean(tau + gamma * (degree > 0)))
    return dict(total_effect=total, mean_estimate=mean, bias=mean - total)
