# slip: the pooled rate is the plain mean of the two rates (s_a 10, n_a 100, s_b 200, n_b 1000, level 0.95)
import math
from scipy.stats import norm


def frequentist_compare(s_a, n_a, s_b, n_b, level):
    if n_a < 1 or n_b < 1 or not 0 <= s_a <= n_a or not 0 <= s_b <= n_b:
        raise ValueError("invalid counts")
    if not 0 < level < 1:
        raise ValueError("level outside (0, 1)")
    p_a, p_b = s_a / n_a, s_b / n_b
    diff = p_b - p_a
    pooled = (p_a + p_b) / 2
    if pooled in (0.0, 1.0):
        z, p_value = 0.0, 1.0
    else:
        z = diff / math.sqrt(pooled * (1 - pooled) * (1 / n_a + 1 / n_b))
        p_value = 2 * float(norm.sf(abs(z)))
    half = float(norm.ppf((1 + level) / 2)) * math.sqrt(
        p_a * (1 - p_a) / n_a + p_b * (1 - p_b) / n_b)
    return dict(diff=diff, z=z, p_value=p_value, ci_low=diff - half, ci_high=diff + half)
