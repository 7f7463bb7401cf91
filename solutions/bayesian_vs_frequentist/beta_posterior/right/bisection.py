# style: the incomplete beta function, inverted by bisection; the mean as a weighted average of the
# prior mean and the observed share
from scipy.special import betainc


def beta_posterior(successes, trials, prior_a, prior_b, level):
    if successes < 0 or successes > trials:
        raise ValueError("successes")
    if not (prior_a > 0 and prior_b > 0):
        raise ValueError("prior")
    if not (level > 0 and level < 1):
        raise ValueError("level")

    a, b = prior_a + successes, prior_b + (trials - successes)

    def quantile(q):
        left, right = 0.0, 1.0
        for _ in range(60):
            middle = (left + right) / 2
            if betainc(a, b, middle) < q:
                left = middle
            else:
                right = middle
        return (left + right) / 2

    strength = prior_a + prior_b
    prior_mean = prior_a / strength
    share = successes / trials if trials else 0
    mean = (strength * prior_mean + trials * share) / (strength + trials)
    tail = (1 - level) / 2
    return {
        "low": quantile(tail),
        "high": quantile(1 - tail),
        "mean": mean,
        "alpha": float(a),
        "beta": float(b),
    }
