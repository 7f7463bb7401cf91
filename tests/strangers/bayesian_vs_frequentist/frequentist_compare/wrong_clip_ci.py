# slip: the interval is clipped to [-1, 1] (s_a 0, n_a 2, s_b 1, n_b 2 with level 0.99 reaches above 1)
import math
from statistics import NormalDist


def frequentist_compare(s_a, n_a, s_b, n_b, level):
    if n_a < 1 or n_b < 1:
        raise ValueError("an arm is empty")
    if s_a < 0 or s_b < 0 or s_a > n_a or s_b > n_b:
        raise ValueError("successes outside 0..n")
    if not 0 < level < 1:
        raise ValueError("level outside (0, 1)")
    std = NormalDist()
    p_a, p_b = s_a / n_a, s_b / n_b
    diff = p_b - p_a
    if s_a + s_b in (0, n_a + n_b):
        z, p_value = 0.0, 1.0
    else:
        p = (s_a + s_b) / (n_a + n_b)
        z = diff / math.sqrt(p * (1 - p) * (1 / n_a + 1 / n_b))
        p_value = math.erfc(abs(z) / math.sqrt(2))
    half = std.inv_cdf(0.5 + level / 2) * math.sqrt(
        p_a * (1 - p_a) / n_a + p_b * (1 - p_b) / n_b)
    return dict(diff=diff, z=z, p_value=p_value,
                ci_low=max(-1.0, diff - half), ci_high=min(1.0, diff + half))
