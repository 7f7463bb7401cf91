# slip: unequal arms replaced by the average arm size
from statistics import NormalDist

def power_two_sample(effect, sigma, n1, n2, alpha, alternative):
    if sigma <= 0 or n1 < 1 or n2 < 1 or not 0 < alpha < 1:
        raise ValueError
    N = NormalDist()
    n = (n1 + n2) / 2
    d = effect / (sigma * (2 / n) ** 0.5)
    if alternative == "greater":
        return N.cdf(d - N.inv_cdf(1 - alpha))
    if alternative == "less":
        return N.cdf(-d - N.inv_cdf(1 - alpha))
    if alternative == "two-sided":
        z = N.inv_cdf(1 - alpha / 2)
        return N.cdf(d - z) + N.cdf(-d - z)
    raise ValueError
