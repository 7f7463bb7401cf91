# You sum over a fixed grid of rates from 0 to 1. With many visitors a posterior is narrower than
# the steps of the grid, and most of it is missed: let the points follow the posterior, such as its
# quantiles.
# rule: exact
import numpy as np
from scipy import stats


def prob_b_beats_a(s_a, n_a, s_b, n_b, prior_a, prior_b):
    if not (0 <= s_a <= n_a and 0 <= s_b <= n_b):
        raise ValueError("the buyers of an arm must lie between 0 and its visitors")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("both numbers of the prior must be above 0")
    a = (prior_a + s_a, prior_b + n_a - s_a)
    b = (prior_a + s_b, prior_b + n_b - s_b)
    rate = (np.arange(2000) + 0.5) / 2000
    density_a, density_b = stats.beta.pdf(rate, *a), stats.beta.pdf(rate, *b)
    density_a, density_b = density_a / density_a.sum(), density_b / density_b.sum()
    below_b = np.cumsum(density_b) - density_b / 2
    below_a = np.cumsum(density_a) - density_a / 2
    area_a, area_b = np.cumsum(below_a) / 2000, np.cumsum(below_b) / 2000
    return {
        "prob_b_better": density_b @ below_a,
        "loss_if_a": density_b @ area_a,
        "loss_if_b": density_a @ area_b,
    }
