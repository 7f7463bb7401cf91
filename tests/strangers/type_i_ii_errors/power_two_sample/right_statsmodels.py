# style: statsmodels NormalIndPower
from statsmodels.stats.power import NormalIndPower

def power_two_sample(effect, sigma, n1, n2, alpha, alternative):
    names = {"greater": "larger", "less": "smaller", "two-sided": "two-sided"}
    if alternative not in names or sigma <= 0 or min(n1, n2) < 1 or not 0 < alpha < 1:
        raise ValueError
    return float(NormalIndPower().power(effect / sigma, nobs1=n1, alpha=alpha, ratio=n2 / n1,
                                        alternative=names[alternative]))
