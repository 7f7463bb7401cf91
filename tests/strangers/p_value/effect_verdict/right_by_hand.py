# style: Welch by hand, statistics module for the moments
from statistics import fmean
from scipy.stats import t as student

def effect_verdict(treat, control, min_effect, alpha):
    a, b = list(map(float, treat)), list(map(float, control))
    if len(a) < 2 or len(b) < 2:
        raise ValueError("need two values per arm")
    if min_effect < 0:
        raise ValueError("min_effect")
    if not (0 < alpha < 1):
        raise ValueError("alpha")
    if min(a) == max(a) and min(b) == max(b):
        raise ValueError("both arms constant")
    ma, mb = fmean(a), fmean(b)
    ua = sum((v - ma) ** 2 for v in a) / (len(a) - 1) / len(a)
    ub = sum((v - mb) ** 2 for v in b) / (len(b) - 1) / len(b)
    se = (ua + ub) ** 0.5
    df = (ua + ub) ** 2 / (ua ** 2 / (len(a) - 1) + ub ** 2 / (len(b) - 1))
    d = ma - mb
    w = student.isf(alpha / 2, df) * se
    lo, hi = d - w, d + w
    rules = [("harmful", hi < 0),
             ("meaningful", lo > 0 and lo >= min_effect),
             ("real_but_small", lo > 0 and hi < min_effect),
             ("positive_size_unclear", lo > 0),
             ("no_meaningful_gain", hi < min_effect),
             ("inconclusive", True)]
    return {"diff": d, "p_value": 2 * student.sf(abs(d) / se, df), "ci_low": lo, "ci_high": hi,
            "verdict": next(name for name, ok in rules if ok)}
