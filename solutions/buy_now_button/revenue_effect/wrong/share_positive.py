# Your share counts the replicates with a gain. The question is about a loss: the share of
# replicates below 0.
# rule: interval
import numpy as np


def revenue_effect(rev_c, rev_t, idx_c, idx_t, cap, level):
    if len(rev_c) == 0 or len(rev_t) == 0:
        raise ValueError("an arm has no users")
    if idx_c.shape[1] != len(rev_c) or idx_t.shape[1] != len(rev_t):
        raise ValueError("a row of indices must be as long as its arm")
    if len(idx_c) != len(idx_t) or len(idx_c) == 0:
        raise ValueError("both arms need the same number of replicates, at least one")
    if cap is not None and cap <= 0:
        raise ValueError("cap must be above 0, or None")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")

    if cap is not None:
        rev_c, rev_t = np.minimum(rev_c, cap), np.minimum(rev_t, cap)
    boot = rev_t[idx_t].mean(axis=1) - rev_c[idx_c].mean(axis=1)
    low, high = np.quantile(boot, [(1 - level) / 2, (1 + level) / 2])
    return {
        "diff": rev_t.mean() - rev_c.mean(),
        "ci_low": low,
        "ci_high": high,
        "share_negative": (boot > 0).mean(),
    }
