# You give each arm the total number of values. Each arm has its own n: use 1/n1 + 1/n2 in the
# standard error.
# rule: shift
from math import sqrt

from scipy.stats import norm


def power_two_sample(effect, sigma, n1, n2, alpha, alternative):
    if sigma <= 0 or n1 < 1 or n2 < 1 or not 0 < alpha < 1:
        raise ValueError("no such design")
    if alternative not in ("greater", "less", "two-sided"):
        raise ValueError("unknown alternative")
    d = effect / (sigma * sqrt(2 / (n1 + n2)))
    if alternative == "greater":
        return norm.sf(norm.isf(alpha) - d)
    if alternative == "less":
        return norm.cdf(-norm.isf(alpha) - d)
    limit = norm.isf(alpha / 2)
    return norm.sf(limit - d) + norm.cdf(-limit - d)
