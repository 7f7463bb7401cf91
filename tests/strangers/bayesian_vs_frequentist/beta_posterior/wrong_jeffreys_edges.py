# slip: low forced to 0 when successes = 0 and high to 1 when successes = trials (successes 0, trials 5, prior 1, 1, level 0.95)
from scipy import stats


def beta_posterior(successes, trials, prior_a, prior_b, level):
    if successes < 0 or successes > trials:
        raise ValueError("successes outside 0..trials")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("a prior parameter is not positive")
    if not 0 < level < 1:
        raise ValueError("level outside (0, 1)")
    alpha = prior_a + successes
    beta = prior_b + trials - successes
    low, high = stats.beta.interval(level, alpha, beta)
    if successes == 0:
        low = 0.0
    if successes == trials:
        high = 1.0
    return {"alpha": float(alpha), "beta": float(beta),
            "mean": float(alpha / (alpha + beta)),
            "low": float(low), "high": float(high)}
