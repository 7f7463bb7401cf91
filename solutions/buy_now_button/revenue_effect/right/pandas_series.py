# style: pandas, one replicate after the other
import pandas as pd


def revenue_effect(rev_c, rev_t, idx_c, idx_t, cap, level):
    c, t = pd.Series(rev_c), pd.Series(rev_t)
    if c.empty or t.empty:
        raise ValueError("an arm is empty")
    if cap is not None:
        if cap <= 0:
            raise ValueError("cap must be positive")
        c, t = c.clip(upper=cap), t.clip(upper=cap)
    if level <= 0 or level >= 1:
        raise ValueError("level is a probability")
    if len(idx_c) != len(idx_t) or len(idx_c) < 1:
        raise ValueError("replicates do not fit")
    if len(idx_c[0]) != len(c) or len(idx_t[0]) != len(t):
        raise ValueError("widths do not fit")
    boot = pd.Series([t.iloc[j].mean() - c.iloc[i].mean() for i, j in zip(idx_c, idx_t, strict=True)])
    low, high = boot.quantile([0.5 - level / 2, 0.5 + level / 2])
    return {
        "diff": t.mean() - c.mean(),
        "ci_low": low,
        "ci_high": high,
        "share_negative": boot.lt(0).mean(),
    }
