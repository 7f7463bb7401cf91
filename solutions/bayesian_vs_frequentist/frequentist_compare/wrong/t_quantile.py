# You take the quantile of Student's t. For counts of yes and no there is no separate variance to
# estimate; the contract asks for the normal quantile.
# rule: wald
from math import sqrt

from scipy.stats import norm, t


def frequentist_compare(s_a, n_a, s_b, n_b, level):
    if n_a < 1 or n_b < 1:
        raise ValueError("both arms need at least one visitor")
    if not (0 <= s_a <= n_a and 0 <= s_b <= n_b):
        raise ValueError("the buyers of an arm must lie between 0 and its visitors")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")
    p_a, p_b = s_a / n_a, s_b / n_b
    diff = p_b - p_a
    pooled = (s_a + s_b) / (n_a + n_b)
    se_null = sqrt(pooled * (1 - pooled) * (1 / n_a + 1 / n_b))
    z = diff / se_null if se_null else 0.0
    p_value = 2 * norm.sf(abs(z))
    se = sqrt(p_a * (1 - p_a) / n_a + p_b * (1 - p_b) / n_b)
    half = t.ppf((1 + level) / 2, max(n_a + n_b - 2, 1)) * se
    low, high = diff - half, diff + half
    return {"diff": diff, "z": z, "p_value": p_value, "ci_low": low, "ci_high": high}
