# A long pandas frame with one row per test: groupby transforms, then one aggregation per family.
import numpy as np
import pandas as pd


def error_profile(pvals, is_null, method, alpha):
    if pvals.ndim != 2 or is_null.ndim != 1 or 0 in pvals.shape or len(is_null) != pvals.shape[1]:
        raise ValueError("wrong shapes")
    if method not in ("none", "bonferroni", "holm", "bh", "by") or alpha <= 0 or 1 <= alpha:
        raise ValueError("wrong method or alpha")
    rows, m = pvals.shape
    tests = pd.DataFrame(
        {
            "family": np.repeat(np.arange(rows), m),
            "null": np.tile(is_null, rows),
            "adjusted": pvals.ravel(),
        }
    )
    if method != "none":
        adjust = lambda p: pd.Series(adjust_pvalues(p.to_numpy(), method), index=p.index)  # noqa: E731
        tests["adjusted"] = tests.groupby("family")["adjusted"].transform(adjust)
    wins = tests[tests["adjusted"] <= alpha]
    share = wins.groupby("family")["null"].mean().reindex(range(rows), fill_value=0)
    found = len(wins) - wins["null"].sum()
    effects = rows * (m - is_null.sum())
    return {
        "fwer": (share > 0).mean(),
        "fdr": share.mean(),
        "power": found / effects if effects else None,
    }
