# Two-sided as the square: a noncentral chi-square with one degree of freedom. One-sided by
# mirroring.
import numpy as np
from scipy import special, stats


def power_two_sample(effect, sigma, n1, n2, alpha, alternative):
    if sigma <= 0:
        raise ValueError("sigma must be above 0")
    if n1 < 1 or n2 < 1:
        raise ValueError("an arm is empty")
    if not 0 < alpha < 1:
        raise ValueError("alpha")
    sign = {"greater": 1, "less": -1, "two-sided": 0}
    if alternative not in sign:
        raise ValueError("alternative")
    d = effect / sigma * np.sqrt(n1 * n2 / (n1 + n2))
    if sign[alternative]:
        return special.ndtr(special.ndtri(alpha) + sign[alternative] * d)
    if d == 0:
        return alpha
    return stats.ncx2.sf(stats.chi2.isf(alpha, 1), 1, d**2)
