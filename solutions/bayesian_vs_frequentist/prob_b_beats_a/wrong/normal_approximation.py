# You replace both posteriors by normal distributions of the same mean and variance. That is close
# when counts are large, and not exact to 1e-6: integrate over the Beta distributions themselves.
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
    diff = stats.beta.mean(*b) - stats.beta.mean(*a)
    sd = np.hypot(stats.beta.std(*a), stats.beta.std(*b))
    z = diff / sd
    loss_if_a = diff * stats.norm.cdf(z) + sd * stats.norm.pdf(z)
    return {
        "prob_b_better": stats.norm.cdf(z),
        "loss_if_a": loss_if_a,
        "loss_if_b": loss_if_a - diff,
    }
