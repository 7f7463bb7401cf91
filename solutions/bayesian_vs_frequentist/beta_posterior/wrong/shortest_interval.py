# You return the shortest interval (the one of highest density). The contract asks for the equal-
# tailed one, with (1 - level)/2 cut off on either side.
# rule: interval
from scipy import optimize, stats


def beta_posterior(successes, trials, prior_a, prior_b, level):
    if not 0 <= successes <= trials:
        raise ValueError("successes must lie between 0 and trials")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("both numbers of the prior must be above 0")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")
    posterior = stats.beta(prior_a + successes, prior_b + trials - successes)
    alpha, beta = posterior.args

    def length(below):
        return posterior.ppf(below + level) - posterior.ppf(below)

    below = optimize.minimize_scalar(length, bounds=(0, 1 - level), method="bounded").x
    low, high = posterior.ppf(below), posterior.ppf(below + level)
    return {"alpha": alpha, "beta": beta, "mean": posterior.mean(), "low": low, "high": high}
