# slip: two-sided power counts only the tail on the side of the effect
from statistics import NormalDist

def power_two_sample(effect, sigma, n1, n2, alpha, alternative):
    if sigma <= 0 or n1 < 1 or n2 < 1 or not 0 < alpha < 1:
        raise ValueError
    N = NormalDist()
    d = effect / (sigma * (1 / n1 + 1 / n2) ** 0.5)
    if alternative == "greater":
        return N.cdf(d - N.inv_cdf(1 - alpha))
    if alternative == "less":
        return N.cdf(-d - N.inv_cdf(1 - alpha))
    if alternative == "two-sided":
        return N.cdf(abs(d) - N.inv_cdf(1 - alpha / 2))
    raise ValueError
