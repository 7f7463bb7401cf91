# The standard library's NormalDist, moved to the effect on the scale of the data.
from statistics import NormalDist


def power_two_sample(effect, sigma, n1, n2, alpha, alternative):
    if not sigma > 0:
        raise ValueError("sigma")
    if min(n1, n2) < 1:
        raise ValueError("n")
    if not 0 < alpha < 1:
        raise ValueError("alpha")
    se = (sigma**2 / n1 + sigma**2 / n2) ** 0.5
    null, truth = NormalDist(0, se), NormalDist(effect, se)
    match alternative:
        case "greater":
            return 1 - truth.cdf(null.inv_cdf(1 - alpha))
        case "less":
            return truth.cdf(null.inv_cdf(alpha))
        case "two-sided":
            low, high = null.inv_cdf(alpha / 2), null.inv_cdf(1 - alpha / 2)
            return 1 - (truth.cdf(high) - truth.cdf(low))
    raise ValueError(alternative)
