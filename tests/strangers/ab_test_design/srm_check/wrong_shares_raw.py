# slip: shares used as given, not normalised to 1
import numpy as np
from scipy.stats import chi2 as chi2_dist

def srm_check(counts, shares, threshold):
    c, s = np.asarray(counts, float), np.asarray(shares, float)
    if not 0 < threshold < 1 or len(c) != len(s) or len(c) < 2:
        raise ValueError
    if (s <= 0).any() or (c < 0).any() or c.sum() == 0:
        raise ValueError
    e = c.sum() * s
    x = float(((c - e) ** 2 / e).sum())
    p = float(chi2_dist.sf(x, len(c) - 1))
    return {"chi2": x, "p_value": p, "srm": p < threshold}
