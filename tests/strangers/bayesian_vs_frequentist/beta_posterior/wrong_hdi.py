# slip: highest-density (shortest) interval instead of equal tails (successes 1, trials 10, prior 1, 1, level 0.9)
from scipy.optimize import minimize_scalar
from scipy.stats import beta as beta_dist


def beta_posterior(successes, trials, prior_a, prior_b, level):
    if not 0 <= successes <= trials or prior_a <= 0 or prior_b <= 0 or not 0 < level < 1:
        raise ValueError("invalid input")
    a = prior_a + successes
    b = prior_b + trials - successes
    post = beta_dist(a, b)

    def width(p):
        return post.ppf(min(p + level, 1.0)) - post.ppf(p)

    best = minimize_scalar(width, bounds=(0.0, 1.0 - level), method="bounded",
                           options={"xatol": 1e-10}).x
    best = min((0.0, best, 1.0 - level), key=width)
    return {
        "alpha": float(a),
        "beta": float(b),
        "mean": float(a / (a + b)),
        "low": float(post.ppf(best)),
        "high": float(post.ppf(min(best + level, 1.0))),
    }
