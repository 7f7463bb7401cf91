# You add one to the count and not to the number of rows. The observed labelling joins both: the
# extreme ones and all of them, so divide by 1 + B.
# rule: plus_one
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
    size = len(treat)
    relabelled = pooled[perms]
    drawn = relabelled[:, :size].mean(axis=1) - relabelled[:, size:].mean(axis=1)
    observed = treat.mean() - control.mean()
    if alternative == "less":
        drawn, observed = -drawn, -observed
    elif alternative == "two-sided":
        drawn, observed = np.abs(drawn), abs(observed)
    tol = 1e-9 * max(1, abs(observed))
    count = np.sum(drawn >= observed - tol)
    return (1 + count) / max(1, len(perms))
