# style: how often each user was drawn, as a matrix of counts, times the capped revenue
import numpy as np


def revenue_effect(rev_c, rev_t, idx_c, idx_t, cap, level):
    if not (len(rev_c) and len(rev_t)):
        raise ValueError("no users")
    if (cap is not None and not cap > 0) or not (level > 0 and level < 1):
        raise ValueError("cap or level")
    if idx_c.shape[0] != idx_t.shape[0] or not idx_c.shape[0]:
        raise ValueError("replicates")
    if (idx_c.shape[1], idx_t.shape[1]) != (len(rev_c), len(rev_t)):
        raise ValueError("widths")
    top = np.inf if cap is None else cap

    def means(revenue, idx):
        n = len(revenue)
        drawn = np.array([np.bincount(row, minlength=n) for row in idx])
        return drawn @ revenue.clip(max=top) / n

    boot = means(rev_t, idx_t) - means(rev_c, idx_c)
    tail = (1 - level) / 2
    return {
        "diff": rev_t.clip(max=top).mean() - rev_c.clip(max=top).mean(),
        "ci_low": np.quantile(boot, tail),
        "ci_high": np.quantile(boot, 1 - tail),
        "share_negative": np.count_nonzero(boot < 0) / len(boot),
    }
