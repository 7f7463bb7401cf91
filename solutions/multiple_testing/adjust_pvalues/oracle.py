import numpy as np
from scipy.stats import false_discovery_control
from statsmodels.stats.multitest import multipletests


def adjust_pvalues(p, method):
    """SciPy for BH and BY, statsmodels for Bonferroni and Holm."""
    known = p[~np.isnan(p)]
    if np.any(known < 0) or np.any(known > 1) or method not in ("bonferroni", "holm", "bh", "by"):
        raise ValueError
    result = p.copy()
    if len(known) == 0:
        return result
    if method in ("bh", "by"):
        result[~np.isnan(p)] = false_discovery_control(known, method=method)
    else:
        result[~np.isnan(p)] = multipletests(known, method=method)[1]
    return result
