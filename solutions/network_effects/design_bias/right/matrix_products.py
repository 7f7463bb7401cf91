# style: no loop: a row-normalised matrix, and weights that turn outcomes into estimates
import numpy as np


def design_bias(adjacency, base, tau, gamma, assignments):
    a = np.asarray(adjacency, dtype=float)
    z = np.asarray(assignments, dtype=float)
    n = len(base)
    if a.ndim != 2 or a.shape[0] != a.shape[1] or a.shape[0] != n or z.shape[1] != n:
        raise ValueError("shapes do not fit")
    if not np.array_equal(a, a.T) or np.trace(a) != 0:
        raise ValueError("not symmetric, or a loop")
    on = z.sum(axis=1, keepdims=True)
    if z.shape[0] == 0 or (on < 1).any() or (on > n - 1).any():
        raise ValueError("an arm is empty, or there is no assignment")
    degree = a.sum(axis=1, keepdims=True)
    reach = np.divide(a, degree, out=np.zeros_like(a), where=degree > 0)
    y = base + tau * z + gamma * z @ reach.T
    weights = z / on - (1 - z) / (n - on)
    estimate = np.einsum("ri,ri->r", weights, y).mean()
    everybody = np.ones(n)
    total = (tau * everybody + gamma * reach @ everybody).mean()
    return {"total_effect": total, "mean_estimate": estimate, "bias": estimate - total}
