# slip: the base outcomes are left out of the estimate (two linked users, base 0 and 5, row 10)
import numpy as np


def design_bias(adjacency, base, tau, gamma, assignments):
    a = np.asarray(adjacency, dtype=float)
    z = np.asarray(assignments, dtype=float)
    if a.ndim != 2 or a.shape[0] != a.shape[1]:
        raise ValueError("adjacency is not square")
    if not np.array_equal(a, a.T) or np.any(np.diag(a)):
        raise ValueError("adjacency is not symmetric with a zero diagonal")
    n = len(a)
    if len(base) != n or z.ndim != 2 or z.shape[1] != n or len(z) < 1:
        raise ValueError("wrong widths")
    degree = a.sum(axis=1)
    estimates = []
    for row in z:
        on = row == 1
        if on.all() or not on.any():
            raise ValueError("an arm is empty")
        lift = tau * row + gamma * (a @ row) / np.where(degree == 0, 1, degree)
        estimates.append(lift[on].mean() - lift[~on].mean())
    total = float(tau + gamma * np.count_nonzero(degree) / n)
    mean = float(np.mean(estimates))
    return {"total_effect": total, "mean_estimate": mean, "bias": mean - total}
