# You return 1 - alpha. That is how often a true null is left standing; power is how often a real
# effect is found, and it depends on the effect, sigma and both n.
# rule: tails
from math import sqrt

from scipy.stats import norm


def power_two_sample(effect, sigma, n1, n2, alpha, alternative):
    if sigma <= 0 or n1 < 1 or n2 < 1 or not 0 < alpha < 1:
        raise ValueError("no such design")
    if alternative not in ("greater", "less", "two-sided"):
        raise ValueError("unknown alternative")
    return 1 - alpha
