# Your two-sided power counts the upper tail only, so for a negative effect nearly nothing is left.
# At effect 0 power must equal alpha, and yours is half of it: add the lower tail.
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
    return norm.sf(norm.isf(alpha / 2) - d)
