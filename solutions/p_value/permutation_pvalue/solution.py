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
        raise ValueError("alternative must be 'greater', 'less' or 'two-sided'")

    relabelled = pooled[perms]
    size = len(treat)
    drawn = relabelled[:, :size].mean(axis=1) - relabelled[:, size:].mean(axis=1)
    observed = treat.mean() - control.mean()

    # Turn both so that large means extreme: then one comparison serves all alternatives.
    if alternative == "less":
        drawn, observed = -drawn, -observed
    elif alternative == "two-sided":
        drawn, observed = abs(drawn), abs(observed)

    tol = 1e-9 * max(1, abs(observed))
    count = np.sum(drawn >= observed - tol)
    return (1 + count) / (1 + len(perms))
