# Your interval is the Wald confidence interval of the observed share. The question is where the
# rate lies given prior and data: take quantiles of the posterior.
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
    share = successes / trials if trials else 0.5
    half = stats.norm.ppf((1 + level) / 2) * (share * (1 - share) / max(trials, 1)) ** 0.5
    low, high = share - half, share + half
    return {"alpha": alpha, "beta": beta, "mean": mean, "low": low, "high": high}
