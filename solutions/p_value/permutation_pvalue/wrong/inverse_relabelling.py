# You read a row of perms as new places: value i goes to place perms[b][i]. The contract reads it the
# other way: place i gets the value pool[perms[b][i]], and the first len(treat) places are treated.
# rule: relabelling
import numpy as np


def permutation_pvalue(treat, control, perms, alternative):
    pooled = np.concatenate([treat, control])
    if len(treat) == 0 or len(control) == 0:
        raise ValueError("both groups need at least one value")
    if not np.isfinite(pooled).all():
        raise ValueError("all values must be finite")
    if perms.ndim != 2 or perms.shape[1] != len(pooled):
        raise ValueError("perms must have one row per relabelling and one column per value")
    if alternative not in ("greater", "less", "two-sided"):
        raise ValueError("unknown alternative")
    treated = perms < len(treat)
    means = [
        (pooled[chosen].mean() - pooled[~chosen].mean()) for chosen in treated
    ]
    drawn = np.array(means, dtype=float)
    observed = treat.mean() - control.mean()
    if alternative == "less":
        drawn, observed = -drawn, -observed
    elif alternative == "two-sided":
        drawn, observed = np.abs(drawn), abs(observed)
    tol = 1e-9 * max(1, abs(observed))
    count = np.sum(drawn >= observed - tol)
    return (1 + count) / (1 + len(perms))
