# style: both ends at once from scipy.special.betaincinv on a numpy array
import numpy as np
from scipy.special import betaincinv


def beta_posterior(successes, trials, prior_a, prior_b, level):
    counts_ok = 0 <= successes <= trials
    if not (counts_ok and prior_a > 0 and prior_b > 0 and 0 < level < 1):
        raise ValueError("bad counts, prior or level")
    parameters = np.array([prior_a, prior_b]) + [successes, trials - successes]
    ends = betaincinv(*parameters, [0.5 - level / 2, 0.5 + level / 2])
    values = [*parameters, parameters[0] / parameters.sum(), *ends]
    return dict(zip(["alpha", "beta", "mean", "low", "high"], values))
