from statsmodels.stats.power import NormalIndPower


def power_two_sample(effect, sigma, n1, n2, alpha, alternative):
    """Through statsmodels, which takes the second arm as a multiple of the first."""
    names = {"greater": "larger", "less": "smaller", "two-sided": "two-sided"}
    if alternative not in names or sigma <= 0 or min(n1, n2) < 1 or not 0 < alpha < 1:
        raise ValueError("no such design")
    return NormalIndPower().power(
        effect / sigma, n1, alpha, ratio=n2 / n1, alternative=names[alternative]
    )
