# You return the peak of the posterior, (alpha - 1) / (alpha + beta - 2). Mode and mean differ when
# counts are small: the mean is alpha / (alpha + beta).
# rule: mean
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
    mean = (alpha - 1) / (alpha + beta - 2) if alpha + beta != 2 else 0.5
    low = stats.beta.ppf((1 - level) / 2, alpha, beta)
    high = stats.beta.ppf((1 + level) / 2, alpha, beta)
    return {"alpha": alpha, "beta": beta, "mean": mean, "low": low, "high": high}
