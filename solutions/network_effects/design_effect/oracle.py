import numpy as np
from scipy.stats import f_oneway


def design_effect(y, cluster):
    """From the F statistic: (MSB - MSW) / (MSB + (n0 - 1) MSW) = (F - 1) / (F - 1 + n0)."""
    groups = [y[cluster == name] for name in sorted(set(cluster.tolist()))]
    sizes = np.array([len(group) for group in groups], dtype=float)
    n, k = len(y), len(groups)
    if k < 2 or n <= k:
        raise ValueError("clusters")
    if len(set(y.tolist())) == 1:
        icc = 0.0
    elif all(np.ptp(group) == 0 for group in groups):
        icc = 1.0
    else:
        f = f_oneway(*groups).statistic
        n0 = (n - (sizes**2).sum() / n) / (k - 1)
        icc = max(0.0, (f - 1) / (f - 1 + n0))
    factor = 1 + ((sizes**2).sum() / n - 1) * icc
    return {"icc": icc, "design_effect": factor, "effective_n": n / factor}
