# You start from Beta(1, 1) whatever the prior is. The prior counts as pseudo-observations; with 0
# trials it is all you have. Start from prior_a and prior_b.
# rule: update
from scipy import stats


def beta_posterior(successes, trials, prior_a, prior_b, level):
    if not 0 <= successes <= trials:
        raise ValueError("successes must lie between 0 and trials")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("both numbers of the prior must be above 0")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")
    alpha = 1 + successes
    beta = 1 + trials - successes
    mean = alpha / (alpha + beta)
    low = stats.beta.ppf((1 - level) / 2, alpha, beta)
    high = stats.beta.ppf((1 + level) / 2, alpha, beta)
    return {"alpha": alpha, "beta": beta, "mean": mean, "low": low, "high": high}
