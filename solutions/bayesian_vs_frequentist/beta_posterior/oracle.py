from math import lgamma

import numpy as np
from scipy import integrate, optimize


def beta_posterior(successes, trials, prior_a, prior_b, level):
    """Prior times likelihood on the log-odds scale, integrated and inverted by brute force."""
    if successes < 0 or trials - successes < 0 or min(prior_a, prior_b) <= 0:
        raise ValueError("counts or prior")
    if level <= 0 or level >= 1:
        raise ValueError("level")
    failures = trials - successes
    a, b = prior_a + successes, prior_b + failures
    constant = lgamma(a + b) - lgamma(a) - lgamma(b)

    def density(x):  # of the log-odds x; p = 1 / (1 + exp(-x))
        return np.exp(constant - a * np.logaddexp(0, -x) - b * np.logaddexp(0, x))

    centre, width = np.log(a / b), (1 / a + 1 / b) ** 0.5
    x = np.linspace(centre - 45 * width, centre + 45 * width, 20_001)
    p = 1 / (1 + np.exp(-x))
    weight = density(x)
    below = integrate.cumulative_simpson(weight, x=x, initial=0)
    mean = integrate.simpson(p * weight, x=x) / below[-1]

    def quantile(q):
        def missing(at):
            return np.interp(at, x, below) / below[-1] - q

        start = optimize.brentq(missing, x[0], x[-1])
        # One more step, with the exact integral of the piece that is left.
        near = int(np.searchsorted(x, start)) - 1
        piece = q * below[-1] - below[near]
        end = optimize.brentq(
            lambda at: integrate.quad(density, x[near], at)[0] - piece,
            x[near] - 1e-3 * width,
            x[near + 1] + 1e-3 * width,
            xtol=1e-13,
        )
        return 1 / (1 + np.exp(-end))

    low, high = quantile((1 - level) / 2), quantile((1 + level) / 2)
    return {"alpha": a, "beta": b, "mean": mean, "low": low, "high": high}
