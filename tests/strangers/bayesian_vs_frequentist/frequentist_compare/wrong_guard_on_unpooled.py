# slip: z = 0 and p = 1 whenever the unpooled variance is 0 (s_a 0, n_a 10, s_b 10, n_b 10, level 0.95)
import numpy as np
from scipy.stats import norm


def frequentist_compare(s_a, n_a, s_b, n_b, level):
    if n_a < 1 or n_b < 1 or not 0 <= s_a <= n_a or not 0 <= s_b <= n_b:
        raise ValueError("invalid counts")
    if not 0 < level < 1:
        raise ValueError("level outside (0, 1)")
    p_a, p_b = s_a / n_a, s_b / n_b
    diff = p_b - p_a
    unpooled = p_a * (1 - p_a) / n_a + p_b * (1 - p_b) / n_b
    if unpooled == 0:
        return {"diff": diff, "z": 0.0, "p_value": 1.0, "ci_low": diff, "ci_high": diff}
    pooled = (s_a + s_b) / (n_a + n_b)
    z = diff / np.sqrt(pooled * (1 - pooled) * (1 / n_a + 1 / n_b))
    half = norm.ppf(1 - (1 - level) / 2) * np.sqrt(unpooled)
    return {"diff": diff, "z": float(z), "p_value": float(2 * norm.sf(abs(z))),
            "ci_low": float(diff - half), "ci_high": float(diff + half)}
