# slip: pooled rate is the plain average, ignoring the ratio
import math
from scipy.stats import norm

def plan_test(baseline, mde_abs, alpha, power, ratio, daily_users, share):
    p0, p1, r = baseline, baseline + mde_abs, ratio
    if not (0 < p0 < 1 and 0 < p1 < 1) or mde_abs == 0 or r <= 0 or daily_users <= 0 or not 0 < share <= 1:
        raise ValueError
    if not (0 < alpha < 1 and 0 < power < 1):
        raise ValueError
    pbar = (p0 + p1) / 2
    x = (norm.isf(alpha / 2) * math.sqrt(pbar * (1 - pbar) * (1 + 1 / r))
         + norm.ppf(power) * math.sqrt(p0 * (1 - p0) + p1 * (1 - p1) / r)) ** 2 / mde_abs ** 2
    nc, nt = math.ceil(x), math.ceil(r * x)
    q = (nc + nt) / (daily_users * share)
    d = math.ceil(q - 1e-9 * max(1, q))
    return dict(n_control=nc, n_treatment=nt, days=math.ceil(d / 7) * 7)
