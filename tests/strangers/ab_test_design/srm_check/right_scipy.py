# style: scipy.stats.chisquare
import numpy as np
from scipy.stats import chisquare

def srm_check(counts, shares, threshold):
    c, s = np.asarray(counts, float), np.asarray(shares, float)
    if not 0 < threshold < 1 or len(c) != len(s) or len(c) < 2:
        raise ValueError
    if (s <= 0).any() or (c < 0).any() or c.sum() == 0:
        raise ValueError
    res = chisquare(c, c.sum() * s / s.sum())
    return {"chi2": float(res.statistic), "p_value": float(res.pvalue), "srm": bool(res.pvalue < threshold)}
