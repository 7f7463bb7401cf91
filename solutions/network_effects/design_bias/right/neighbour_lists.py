# style: a neighbour list per user and statistics.fmean
from statistics import fmean

import numpy as np


def design_bias(adjacency, base, tau, gamma, assignments):
    rows, columns = adjacency.shape
    if rows != columns or not (adjacency.T == adjacency).all() or np.diag(adjacency).sum() > 0:
        raise ValueError("adjacency")
    if base.shape != (rows,) or assignments.shape[1:] != (rows,) or assignments.shape[0] < 1:
        raise ValueError("widths")
    friends = [np.flatnonzero(row) for row in adjacency]

    def outcome(z):
        shares = [z[f].mean() if f.size else 0.0 for f in friends]
        return [b + tau * t + gamma * s for b, t, s in zip(base, z, shares)]

    found = []
    for z in assignments:
        if z.min() == z.max():
            raise ValueError("an empty arm")
        y = outcome(z)
        found.append(fmean(v for v, t in zip(y, z) if t) - fmean(v for v, t in zip(y, z) if not t))
    total = fmean(outcome(np.ones(rows, int))) - fmean(outcome(np.zeros(rows, int)))
    shown = fmean(found)
    return dict(total_effect=total, mean_estimate=shown, bias=shown - total)
