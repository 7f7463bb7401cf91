# Your two-sided test puts all of alpha into each tail, so its power at effect 0 is twice alpha.
# Give each tail half: the limit is z at 1 - alpha/2.
# rule: tails
from math import sqrt

from scipy.stats import norm


def power_two_sample(effect, sigma, n1, n2, alpha, alternative):
    if sigma <= 0 or n1 < 1 or n2 < 1 or not 0 < alpha < 1:
        raise ValueError("no such design")
    if alternative not in ("greater", "less", "two-sided"):
        raise ValueError("unknown alternative")
    d = effect / (sigma * sqrt(1 / n1 + 1 / n2))
    if alternative == "greater":
        return norm.sf(norm.isf(alpha) - d)
    if alternative == "less":
        return norm.cdf(-norm.isf(alpha) - d)
    limit = norm.isf(alpha)
    return norm.sf(limit - d) + norm.cdf(-limit - d)
