# slip: BH as a step-down, stopping at the first p above its line
import numpy as np

def error_profile(pvals, is_null, method, alpha):
    P, h0 = np.asarray(pvals, float), np.asarray(is_null, bool)
    if P.ndim != 2 or h0.ndim != 1 or P.shape[1] != len(h0) or P.shape[0] < 1:
        raise ValueError
    if not 0 < alpha < 1 or method not in ("none", "bonferroni", "holm", "bh", "by"):
        raise ValueError
    m = P.shape[1]
    i = np.arange(1, m + 1)
    line = {"none": np.full(m, alpha), "bonferroni": np.full(m, alpha / m), "holm": alpha / (m - i + 1),
            "bh": alpha * i / m, "by": alpha * i / m / (1 / i).sum()}[method]
    o = P.argsort(axis=1)
    ok = np.cumprod(np.take_along_axis(P, o, 1) <= line, axis=1).astype(bool)
    rej = np.zeros(P.shape, bool)
    np.put_along_axis(rej, o, ok, 1)
    V, T, k = rej[:, h0].sum(1), rej[:, ~h0].sum(1), (~h0).sum()
    return dict(fwer=float((V > 0).mean()), fdr=float((V / np.maximum(V + T, 1)).mean()),
                power=float((T / k).mean()) if k else None)
