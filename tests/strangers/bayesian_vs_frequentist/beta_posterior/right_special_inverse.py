# style: scipy.special.betaincinv on the lower tail, mirrored for the upper tail
from scipy.special import betaincinv


def beta_posterior(successes, trials, prior_a, prior_b, level):
    if not 0 <= successes <= trials:
        raise ValueError("successes must lie in 0..trials")
    if not (prior_a > 0 and prior_b > 0):
        raise ValueError("prior parameters must be positive")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")
    a = prior_a + successes
    b = prior_b + (trials - successes)
    tail = (1 - level) / 2
    return {
        "alpha": float(a),
        "beta": float(b),
        "mean": float(a / (a + b)),
        "low": float(betaincinv(a, b, tail)),
        "high": float(1 - betaincinv(b, a, tail)),
    }
