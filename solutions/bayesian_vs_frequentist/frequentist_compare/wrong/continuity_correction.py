# Your test has a continuity correction (the default of `chi2_contingency` for a 2 by 2 table). The
# z-test of the contract has none: pass correction=False.
# rule: test
from math import sqrt

from scipy.stats import chi2_contingency, norm


def frequentist_compare(s_a, n_a, s_b, n_b, level):
    if n_a < 1 or n_b < 1:
        raise ValueError("both arms need at least one visitor")
    if not (0 <= s_a <= n_a and 0 <= s_b <= n_b):
        raise ValueError("the buyers of an arm must lie between 0 and its visitors")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")
    p_a, p_b = s_a / n_a, s_b / n_b
    diff = p_b - p_a
    z, p_value = 0.0, 1.0
    if 0 < s_a + s_b < n_a + n_b:
        chi2, p_value, _, _ = chi2_contingency([[s_a, n_a - s_a], [s_b, n_b - s_b]])
        z = sqrt(chi2) if diff > 0 else -sqrt(chi2)
    se = sqrt(p_a * (1 - p_a) / n_a + p_b * (1 - p_b) / n_b)
    half = norm.ppf((1 + level) / 2) * se
    low, high = diff - half, diff + half
    return {"diff": diff, "z": z, "p_value": p_value, "ci_low": low, "ci_high": high}
