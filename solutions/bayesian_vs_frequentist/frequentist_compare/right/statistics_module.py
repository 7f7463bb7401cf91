# style: plain Python, with statistics.NormalDist and erfc, after an early return for a single
# outcome
import math
from statistics import NormalDist


def frequentist_compare(s_a, n_a, s_b, n_b, level):
    for s, n in [(s_a, n_a), (s_b, n_b)]:
        if n < 1 or s < 0 or s > n:
            raise ValueError(f"{s} of {n}")
    if level <= 0 or level >= 1:
        raise ValueError("level")
    if s_a + s_b == 0 or s_a + s_b == n_a + n_b:
        return {"diff": 0, "z": 0, "p_value": 1, "ci_low": 0, "ci_high": 0}

    diff = s_b / n_b - s_a / n_a
    buyers, visitors = s_a + s_b, n_a + n_b
    variance = buyers * (visitors - buyers) / (visitors * n_a * n_b)
    z = diff / math.sqrt(variance)
    own = s_a * (n_a - s_a) / n_a**3 + s_b * (n_b - s_b) / n_b**3
    reach = NormalDist().inv_cdf(0.5 + level / 2) * math.sqrt(own)
    return {
        "diff": diff,
        "z": z,
        "p_value": math.erfc(abs(z) / math.sqrt(2)),
        "ci_low": diff - reach,
        "ci_high": diff + reach,
    }
