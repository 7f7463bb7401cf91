# style: numpy, row-normalised adjacency and contrast weights per assignment
import numpy as np


def design_bias(adjacency, base, tau, gamma, assignments):
    w = np.asarray(adjacency, dtype=float)
    base = np.asarray(base, dtype=float)
    z = np.asarray(assignments, dtype=float)
    if w.ndim != 2 or w.shape[0] != w.shape[1]:
        raise ValueError("adjacency is not square")
    n = w.shape[0]
    if not np.array_equal(w, w.T) or np.diag(w).any():
        raise ValueError("adjacency is not symmetric with a zero diagonal")
    if base.shape != (n,) or z.ndim != 2 or z.shape[1] != n:
        raise ValueError("widths do not match")
    if z.shape[0] < 1:
        raise ValueError("no assignment")
    n_on = z.sum(axis=1, keepdims=True)
    if ((n_on == 0) | (n_on == n)).any():
        raise ValueError("an arm is empty")
    degree = w.sum(axis=1)
    w = w / np.where(degree > 0, degree, 1.0)[:, None]
    y = base + tau * z + gamma * (z @ w.T)
    contrast = z / n_on - (1 - z) / (n - n_on)
    mean = float((contrast * y).sum(axis=1).mean())
    total = float(tau + gamma * (degree > 0).mean())
    return {"total_effect": total, "mean_estimate": mean, "bias": mean - total}
