# You count only what was observed. The prior counts as pseudo-observations: add prior_a to the
# successes and prior_b to the failures.
# rule: update
from scipy import stats


def beta_posterior(successes, trials, prior_a, prior_b, level):
    if not 0 <= successes <= trials:
        raise ValueError("successes must lie between 0 and trials")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("both numbers of the prior must be above 0")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")
    alpha = successes or 1e-9
    beta = trials - successes or 1e-9
    mean = alpha / (alpha + beta)
    low = stats.beta.ppf((1 - level) / 2, alpha, beta)
    high = stats.beta.ppf((1 + level) / 2, alpha, beta)
    return {"alpha": alpha, "beta": beta, "mean": mean, "low": low, "high": high}
