# You halve alpha for the one-sided tests too. They have one tail, and all of alpha lies in it: the
# limit is z at 1 - alpha, and at effect 0 power must equal alpha.
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
        return norm.sf(norm.isf(alpha / 2) - d)
    if alternative == "less":
        return norm.cdf(-norm.isf(alpha / 2) - d)
    limit = norm.isf(alpha / 2)
    return norm.sf(limit - d) + norm.cdf(-limit - d)
