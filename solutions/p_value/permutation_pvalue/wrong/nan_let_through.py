# You let NaN and infinite values through. A comparison with NaN is never true, so p comes out tiny
# where nothing at all is known: check that all values are finite.
# rule: bad_input
import numpy as np


def permutation_pvalue(treat, control, perms, alternative):
    pooled = np.concatenate([treat, control])
    if len(treat) == 0 or len(control) == 0:
        raise ValueError("both groups need at least one value")
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
    return (1 + count) / (1 + len(perms))
