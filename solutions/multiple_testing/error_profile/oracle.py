import numpy as np
from statsmodels.stats.multitest import multipletests

NAMES = {"bonferroni": "bonferroni", "holm": "holm", "bh": "fdr_bh", "by": "fdr_by", "none": None}


def error_profile(pvals, is_null, method, alpha):
    """The decisions of statsmodels, row by row; sets of columns instead of arrays."""
    shape = np.shape(pvals)
    if len(shape) != 2 or shape[0] == 0 or np.shape(is_null) != (shape[1],):
        raise ValueError
    if method not in NAMES or alpha <= 0 or alpha >= 1:
        raise ValueError

    nulls = {j for j, null in enumerate(is_null) if null}
    effects = set(range(shape[1])) - nulls
    any_false, shares, found = 0, 0.0, 0
    for row in pvals:
        if method == "none":
            reject = [value <= alpha for value in row]
        else:
            reject = multipletests(row, alpha=alpha, method=NAMES[method])[0]
        wins = {j for j, won in enumerate(reject) if won}
        any_false += not wins.isdisjoint(nulls)
        shares += len(wins & nulls) / len(wins) if wins else 0.0
        found += len(wins & effects)
    return {
        "fwer": any_false / shape[0],
        "fdr": shares / shape[0],
        "power": found / (shape[0] * len(effects)) if effects else None,
    }
