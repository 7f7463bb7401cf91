# You compared the outcome when everybody is treated with 0. What would happen anyway is not an
# effect: subtract the average outcome when nobody is treated.
# rule: total
import numpy as np


def design_bias(adjacency, base, tau, gamma, assignments):
    n = len(base)
    if adjacency.shape != (n, n) or assignments.shape[1] != n:
        raise ValueError("adjacency must be n x n and assignments r x n, for the n users of base")
    if (adjacency != adjacency.T).any() or adjacency.diagonal().any():
        raise ValueError("friendship is mutual, and nobody is their own friend")
    arms = assignments.mean(axis=1)
    if not len(arms) or arms.min() == 0 or arms.max() == 1:
        raise ValueError("at least one assignment, each with treated and untreated users")

    neighbours = adjacency.sum(axis=1)
    share = assignments @ adjacency / np.maximum(neighbours, 1)
    y = base + tau * assignments + gamma * share
    estimates = [
        outcome[z == 1].mean() - outcome[z == 0].mean()
        for z, outcome in zip(assignments, y, strict=True)
    ]

    # Treating everybody reaches everyone's friends as well, if there are any.
    total_effect = tau + gamma * (neighbours > 0).mean() + base.mean()
    mean_estimate = np.mean(estimates)
    return {
        "total_effect": total_effect,
        "mean_estimate": mean_estimate,
        "bias": mean_estimate - total_effect,
    }
