import numpy as np


def revenue_bridge(control, treatment):
    """The line integral of revenue per user along the straight way from control to treatment in logs.

    On it every log factor grows evenly, so R(t) = exp(sum of logs at t), and the contribution of a
    factor is its log growth times the integral of R(t) over t from 0 to 1 (Gauss-Legendre).
    """
    logs = []
    for arm in (control, treatment):
        steps = [arm[name] for name in ("users", "clickers", "orders", "revenue")]
        if any(value <= 0 for value in steps):
            raise ValueError("every input must be positive")
        logs.append(np.diff(np.log(steps)))
    nodes, weights = np.polynomial.legendre.leggauss(60)
    t = (nodes + 1) / 2
    path = np.exp(np.outer(1 - t, logs[0]).sum(axis=1) + np.outer(t, logs[1]).sum(axis=1))
    parts = (weights / 2 @ path) * (logs[1] - logs[0])
    names = ("ctr", "orders_per_clicker", "aov")
    return {**dict(zip(names, parts.tolist(), strict=True)), "total": float(parts.sum())}
