# Your interval is the mean plus and minus a multiple of the standard deviation. Near 0 a symmetric
# interval leaves the unit range. Take the quantiles of the posterior.
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
    half = stats.norm.ppf((1 + level) / 2) * stats.beta.std(alpha, beta)
    low, high = mean - half, mean + half
    return {"alpha": alpha, "beta": beta, "mean": mean, "low": low, "high": high}
