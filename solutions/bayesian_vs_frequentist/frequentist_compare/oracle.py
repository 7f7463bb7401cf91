import warnings

from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest


def frequentist_compare(s_a, n_a, s_b, n_b, level):
    """statsmodels, B first because it subtracts the second from the first."""
    if min(n_a, n_b) <= 0 or min(s_a, s_b, n_a - s_a, n_b - s_b) < 0 or abs(level - 0.5) >= 0.5:
        raise ValueError("counts or level")
    if s_a + s_b in (0, n_a + n_b):
        return {"diff": 0.0, "z": 0.0, "p_value": 1.0, "ci_low": 0.0, "ci_high": 0.0}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        z, p_value = proportions_ztest([s_b, s_a], [n_b, n_a])
        low, high = confint_proportions_2indep(
            s_b, n_b, s_a, n_a, method="wald", compare="diff", alpha=1 - level
        )
    diff = (s_b * n_a - s_a * n_b) / (n_a * n_b)
    return {"diff": diff, "z": z, "p_value": p_value, "ci_low": low, "ci_high": high}
