# SciPy's test from summary numbers (pandas), and the interval of a frozen t distribution.
import numpy as np
import pandas as pd
from scipy import stats


def effect_verdict(treat, control, min_effect, alpha):
    frame = pd.concat([pd.Series(treat), pd.Series(control)], keys=[1, 0]).groupby(level=0)
    summary = frame.agg(["mean", "std", "count"]).reindex([1, 0])
    if not (summary["count"] >= 2).all() or (frame.nunique() == 1).all():
        raise ValueError("too few or only constant values")
    if min_effect < 0:
        raise ValueError("min_effect is negative")
    if alpha >= 1 or alpha <= 0:
        raise ValueError("alpha is no level")
    (m1, s1, n1), (m0, s0, n0) = summary.to_numpy()
    p = stats.ttest_ind_from_stats(m1, s1, n1, m0, s0, n0, equal_var=False).pvalue
    w = np.array([s1**2 / n1, s0**2 / n0])
    df = w.sum() ** 2 / (w**2 / [n1 - 1, n0 - 1]).sum()
    low, high = stats.t(df, loc=m1 - m0, scale=np.sqrt(w.sum())).interval(1 - alpha)
    verdict = np.select(
        [
            high < 0,
            (low > 0) & (low >= min_effect),
            (low > 0) & (high < min_effect),
            low > 0,
            high < min_effect,
        ],
        [
            "harmful",
            "meaningful",
            "real_but_small",
            "positive_size_unclear",
            "no_meaningful_gain",
        ],
        "inconclusive",
    )
    return {
        "diff": m1 - m0,
        "p_value": p,
        "ci_low": low,
        "ci_high": high,
        "verdict": str(verdict),
    }
