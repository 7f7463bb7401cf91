# You cut off 1 - level on each side, so the interval holds less than `level`. What lies outside is
# shared by the two ends: take the quantiles at (1 - level)/2 and (1 + level)/2.
# rule: interval
from scipy import stats


def beta_posterior(successes, trials, prior_a, prior_b, level):
    if not 0 <= successes <= trials:
        raise ValueError("successes must lie between 0 and trials")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("both numbers of the prior must be above 0")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")
    alpha = prior_a + successes
    beta = prior_b + trials - successes
    mean = alpha / (alpha + beta)
    low = stats.beta.ppf(1 - level, alpha, beta)
    high = stats.beta.ppf(level, alpha, beta)
    return {"alpha": alpha, "beta": beta, "mean": mean, "low": low, "high": high}
