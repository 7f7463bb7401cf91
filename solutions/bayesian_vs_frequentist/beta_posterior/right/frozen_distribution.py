# style: a frozen distribution of scipy, with its own mean and interval
import scipy.stats


def beta_posterior(successes, trials, prior_a, prior_b, level):
    failures = trials - successes
    if min(successes, failures) < 0 or min(prior_a, prior_b) <= 0:
        raise ValueError("counts below 0, or a prior that is not above 0")
    if level <= 0 or level >= 1:
        raise ValueError(f"level is {level}")
    posterior = scipy.stats.beta(prior_a + successes, prior_b + failures)
    low, high = posterior.interval(level)
    alpha, beta = posterior.args
    return dict(alpha=alpha, beta=beta, mean=posterior.mean(), low=low, high=high)
