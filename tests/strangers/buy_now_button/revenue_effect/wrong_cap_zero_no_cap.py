# slip: tests the cap by truthiness, so cap 0 means no cap instead of ValueError; differs: any good arrays with cap 0
import numpy as np

def revenue_effect(rev_c, rev_t, idx_c, idx_t, cap, level):
    c, t = np.asarray(rev_c, float), np.asarray(rev_t, float)
    ic, it = np.asarray(idx_c), np.asarray(idx_t)
    if c.ndim != 1 or t.ndim != 1 or c.size == 0 or t.size == 0:
        raise ValueError("empty arm")
    if ic.ndim != 2 or it.ndim != 2 or ic.shape[1] != c.size or it.shape[1] != t.size:
        raise ValueError("index width")
    if ic.shape[0] != it.shape[0] or ic.shape[0] < 1:
        raise ValueError("replicates")
    if not 0 < level < 1:
        raise ValueError("level")
    if cap:
        if cap <= 0:
            raise ValueError("cap")
        c, t = np.minimum(c, cap), np.minimum(t, cap)
    reps = t[it].mean(axis=1) - c[ic].mean(axis=1)
    lo, hi = np.quantile(reps, [(1 - level) / 2, (1 + level) / 2])
    return {"diff": float(t.mean() - c.mean()), "ci_low": float(lo), "ci_high": float(hi),
            "share_negative": float(np.mean(reps < 0))}
