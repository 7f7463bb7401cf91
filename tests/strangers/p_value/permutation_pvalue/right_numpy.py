# style: numpy, whole index matrix at once
import numpy as np

def permutation_pvalue(treat, control, perms, alternative):
    t, c = np.asarray(treat, float), np.asarray(control, float)
    perms = np.asarray(perms)
    if t.size == 0 or c.size == 0:
        raise ValueError("empty arm")
    pooled = np.concatenate([t, c])
    if not np.isfinite(pooled).all():
        raise ValueError("non-finite")
    if perms.ndim != 2 or perms.shape[1] != len(pooled):
        raise ValueError("perms")
    if alternative not in ("greater", "less", "two-sided"):
        raise ValueError("alternative")
    obs = t.mean() - c.mean()
    tol = 1e-9 * max(1.0, abs(obs))
    mixed = pooled[perms.astype(int)]
    stat = mixed[:, :len(t)].mean(axis=1) - mixed[:, len(t):].mean(axis=1)
    if alternative == "greater":
        hit = stat >= obs - tol
    elif alternative == "less":
        hit = stat <= obs + tol
    else:
        hit = np.abs(stat) >= abs(obs) - tol
    return (1 + int(hit.sum())) / (1 + len(perms))
