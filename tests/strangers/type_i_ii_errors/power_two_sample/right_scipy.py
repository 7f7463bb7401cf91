# style: scipy.stats.norm
import numpy as np
from scipy.stats import norm

def power_two_sample(effect, sigma, n1, n2, alpha, alternative):
    if sigma <= 0 or n1 < 1 or n2 < 1 or not 0 < alpha < 1:
        raise ValueError
    d = effect / (sigma * np.sqrt(1 / n1 + 1 / n2))
    if alternative == "greater":
        return float(norm.sf(norm.isf(alpha) - d))
    if alternative == "less":
        return float(norm.cdf(norm.ppf(alpha) - d))
    if alternative == "two-sided":
        z = norm.isf(alpha / 2)
        return float(norm.sf(z - d) + norm.cdf(-z - d))
    raise ValueError("alternative")
