import numpy as np
from scipy import stats


def cuped_effect(y, x, treated):
    """The slope of an ordinary regression; Welch on what it leaves over."""
    if len({len(y), len(x), len(treated)}) > 1:
        raise ValueError("lengths")
    if np.bincount(treated, minlength=2).min() < 2 or not np.all(np.isfinite(y)):
        raise ValueError("groups or values")
    if len(set(y[treated])) == 1 == len(set(y[~treated])):
        raise ValueError("no variance")

    observed = x[np.isfinite(x)]
    filled = np.where(np.isnan(x), observed.mean() if len(observed) else 0.0, x)
    theta, leftover = 0.0, y
    if len(observed) and observed.max() > observed.min():
        line = stats.linregress(filled, y)
        theta = line.slope
        leftover = y - line.intercept - theta * filled + y.mean()

    def welch(values):
        groups = values[treated], values[~treated]
        return groups[0].mean() - groups[1].mean(), np.hypot(*map(stats.sem, groups))

    effect_raw, se_raw = welch(y)
    effect, se = welch(leftover)
    return {
        "theta": theta,
        "effect_raw": effect_raw,
        "se_raw": se_raw,
        "effect": effect,
        "se": se,
        "variance_reduction": (se_raw**2 - se**2) / se_raw**2,
    }
