# slip: two-sided p as twice the smaller tail (capped at 1)
import numpy as np

def permutation_pvalue(treat, control, perms, alternative):
    t, c, perms = np.asarray(treat, float), np.asarray(control, float), np.asarray(perms)
    x = np.r_[t, c]
    if len(t) == 0 or len(c) == 0 or not np.isfinite(x).all():
        raise ValueError
    if perms.ndim != 2 or perms.shape[1] != len(x):
        raise ValueError
    if alternative not in {"greater", "less", "two-sided"}:
        raise ValueError
    obs = t.mean() - c.mean()
    tol = 1e-9 * max(1, abs(obs))
    m = x[perms.astype(int)]
    stat = m[:, :len(t)].mean(1) - m[:, len(t):].mean(1)
    up = (1 + (stat >= obs - tol).sum()) / (1 + len(perms))
    down = (1 + (stat <= obs + tol).sum()) / (1 + len(perms))
    return float({"greater": up, "less": down, "two-sided": min(1, 2 * min(up, down))}[alternative])
