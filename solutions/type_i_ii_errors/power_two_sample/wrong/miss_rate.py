# You return the Type II rate, the probability of a miss. Power is the rest, the probability that
# the test rejects.
# rule: errors
from math import sqrt

from scipy.stats import norm


def power_two_sample(effect, sigma, n1, n2, alpha, alternative):
    if sigma <= 0 or n1 < 1 or n2 < 1 or not 0 < alpha < 1:
        raise ValueError("no such design")
    if alternative not in ("greater", "less", "two-sided"):
        raise ValueError("unknown alternative")
    d = effect / (sigma * sqrt(1 / n1 + 1 / n2))
    if alternative == "greater":
        return 1 - norm.sf(norm.isf(alpha) - d)
    if alternative == "less":
        return 1 - norm.cdf(-norm.isf(alpha) - d)
    limit = norm.isf(alpha / 2)
    return norm.cdf(limit - d) - norm.cdf(-limit - d)
