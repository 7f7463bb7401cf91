from math import sqrt

from scipy.stats import norm


def power_two_sample(effect, sigma, n1, n2, alpha, alternative):
    if sigma <= 0:
        raise ValueError("sigma must be positive")
    if n1 < 1 or n2 < 1:
        raise ValueError("each arm needs at least one value")
    if not 0 < alpha < 1:
        raise ValueError("alpha must lie strictly between 0 and 1")

    d = effect / (sigma * sqrt(1 / n1 + 1 / n2))
    if alternative == "greater":
        return norm.sf(norm.isf(alpha) - d)
    if alternative == "less":
        return norm.cdf(norm.ppf(alpha) - d)
    if alternative == "two-sided":
        # The tail on the far side looks negligible, but at effect 0 it is half of the power.
        limit = norm.isf(alpha / 2)
        return norm.sf(limit - d) + norm.cdf(-limit - d)
    raise ValueError("alternative must be 'greater', 'less' or 'two-sided'")
