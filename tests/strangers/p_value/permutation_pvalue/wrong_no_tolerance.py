# slip: compares floats with >= directly, so rounding noise drops ties
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
    m = x[perms.astype(int)]
    stat = m[:, :len(t)].mean(1) - m[:, len(t):].mean(1)
    if alternative == "greater":
        k = (stat >= obs).sum()
    elif alternative == "less":
        k = (stat <= obs).sum()
    else:
        k = (abs(stat) >= abs(obs)).sum()
    return float((k + 1) / (len(perms) + 1))
