# slip: a row with an empty arm is skipped instead of raising (two linked users, rows 10 and 11)
import numpy as np


def design_bias(adjacency, base, tau, gamma, assignments):
    a = np.asarray(adjacency, dtype=float)
    base = np.asarray(base, dtype=float)
    rows = np.asarray(assignments)
    if a.ndim != 2 or a.shape[0] != a.shape[1]:
        raise ValueError("adjacency is not square")
    if not (a == a.T).all() or (np.diagonal(a) != 0).any():
        raise ValueError("adjacency is not symmetric with a zero diagonal")
    n = a.shape[0]
    if base.shape != (n,) or rows.ndim != 2 or rows.shape[1] != n:
        raise ValueError("wrong widths")
    if rows.shape[0] < 1:
        raise ValueError("no assignment")
    degree = a.sum(axis=1)

    def outcome(z):
        share = np.divide(a @ z, degree, out=np.zeros(n), where=degree > 0)
        return base + tau * z + gamma * share

    estimates = []
    for row in rows:
        z = row.astype(float)
        if z.sum() in (0, n):
            continue
        y = outcome(z)
        estimates.append(y[z == 1].mean() - y[z == 0].mean())
    if not estimates:
        raise ValueError("no usable assignment")
    total = float((outcome(np.ones(n)) - outcome(np.zeros(n))).mean())
    mean = float(np.mean(estimates))
    return {"total_effect": total, "mean_estimate": mean, "bias": mean - total}
