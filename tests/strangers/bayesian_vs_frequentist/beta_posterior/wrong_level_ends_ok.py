# slip: level 0 and level 1 are accepted, only values beyond them raise (successes 3, trials 10, prior 1, 1, level 1)
from scipy.stats import beta as beta_dist


def beta_posterior(successes, trials, prior_a, prior_b, level):
    if not 0 <= successes <= trials:
        raise ValueError("successes outside 0..trials")
    if min(prior_a, prior_b) <= 0:
        raise ValueError("priors must be positive")
    if not 0 <= level <= 1:
        raise ValueError("level outside 0..1")
    alpha = prior_a + successes
    beta = prior_b + trials - successes
    tail = (1 - level) / 2
    return {
        "alpha": float(alpha),
        "beta": float(beta),
        "mean": float(alpha / (alpha + beta)),
        "low": float(beta_dist.ppf(tail, alpha, beta)),
        "high": float(beta_dist.isf(tail, alpha, beta)),
    }
