# slip: likelihood-ratio G statistic instead of Pearson's
import numpy as np
from scipy.stats import power_divergence

def srm_check(counts, shares, threshold):
    c, s = np.asarray(counts, float), np.asarray(shares, float)
    if not 0 < threshold < 1 or len(c) != len(s) or len(c) < 2:
        raise ValueError
    if (s <= 0).any() or (c < 0).any() or c.sum() == 0:
        raise ValueError
    g, p = power_divergence(c, c.sum() * s / s.sum(), lambda_="log-likelihood")
    return {"chi2": float(g), "p_value": float(p), "srm": bool(p < threshold)}
