# style: standard library only, NormalDist quantile and erfc for the p-value
import math
from statistics import NormalDist


def frequentist_compare(s_a, n_a, s_b, n_b, level):
    for s, n in ((s_a, n_a), (s_b, n_b)):
        if n < 1 or s < 0 or s > n:
            raise ValueError("need n >= 1 and 0 <= s <= n")
    if not 0 < level < 1:
        raise ValueError("level outside (0, 1)")
    s_a, n_a, s_b, n_b = int(s_a), int(n_a), int(s_b), int(n_b)
    p_a, p_b = s_a / n_a, s_b / n_b
    diff = p_b - p_a
    hits, total = s_a + s_b, n_a + n_b
    if hits == 0 or hits == total:
        z, p_value = 0.0, 1.0
    else:
        pooled = hits / total
        z = diff / math.sqrt(pooled * (1 - pooled) * (1 / n_a + 1 / n_b))
        p_value = math.erfc(abs(z) / math.sqrt(2))
    se = math.sqrt(p_a * (1 - p_a) / n_a + p_b * (1 - p_b) / n_b)
    half = NormalDist().inv_cdf((1 + level) / 2) * se
    return {"diff": diff, "z": z, "p_value": p_value,
            "ci_low": diff - half, "ci_high": diff + half}
