# style: the chi-square test of the 2 by 2 table, which is z squared; numpy for the interval
import numpy as np
from scipy.stats import chi2_contingency, norm


def frequentist_compare(s_a, n_a, s_b, n_b, level):
    s, n = np.array([s_a, s_b]), np.array([n_a, n_b])
    if (n < 1).any() or (s < 0).any() or (s > n).any() or not 0 < level < 1:
        raise ValueError("counts or level out of range")
    rates = s / n
    (diff,) = np.diff(rates)
    z, p = 0.0, 1.0
    if 0 < s.sum() < n.sum():
        test = chi2_contingency(np.column_stack([s, n - s]), correction=False)
        z, p = np.sign(diff) * np.sqrt(test.statistic), test.pvalue
    low, high = norm.interval(level)
    se = np.sqrt(np.sum(rates * (1 - rates) / n))
    return {"diff": diff, "z": z, "p_value": p, "ci_low": diff + low * se, "ci_high": diff + high * se}
