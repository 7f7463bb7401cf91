# No adjusted p-values: each method as its own step-up or step-down rule with thresholds for the sorted row.
import numpy as np


def rejections(row, method, alpha):
    m = len(row)
    ranked = sorted(row)
    if method == "none":
        limit = alpha
    elif method == "bonferroni":
        limit = alpha / m
    elif method == "holm":  # stop at the first that fails
        kept = [x > alpha / (m - i) for i, x in enumerate(ranked)]
        first = kept.index(True) if any(kept) else m
        limit = ranked[first - 1] if first else -1
    elif method in ("bh", "by"):  # the last that passes takes all smaller ones with it
        level = alpha / sum(1 / j for j in range(1, m + 1)) if method == "by" else alpha
        passed = [x for i, x in enumerate(ranked, 1) if x <= i * level / m]
        limit = passed[-1] if passed else -1
    else:
        raise ValueError(method)
    return row <= limit


def error_profile(pvals, is_null, method, alpha):
    if np.ndim(pvals) != 2 or pvals.shape[0] == 0 or alpha <= 0 or alpha >= 1:
        raise ValueError
    if np.ndim(is_null) != 1 or len(is_null) != pvals.shape[1]:
        raise ValueError
    fwer, fdr, power = [], [], []
    for row in pvals:
        wins = rejections(row, method, alpha)
        v, s = int(wins[is_null].sum()), int(wins[~is_null].sum())
        fwer.append(v > 0)
        fdr.append(v / (v + s) if v + s else 0)
        power.append(s / max(1, (~is_null).sum()))
    return {
        "fwer": sum(fwer) / len(fwer),
        "fdr": sum(fdr) / len(fdr),
        "power": None if is_null.all() else sum(power) / len(power),
    }
