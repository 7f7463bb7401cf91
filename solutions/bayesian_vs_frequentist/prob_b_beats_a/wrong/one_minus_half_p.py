# You take the probability from the z-test: one minus half of the two-sided p. With a flat prior and
# much data that comes close. It knows no prior, and it is not exact.
# rule: posteriors
import numpy as np
from scipy import stats


def prob_b_beats_a(s_a, n_a, s_b, n_b, prior_a, prior_b):
    if not (0 <= s_a <= n_a and 0 <= s_b <= n_b):
        raise ValueError("the buyers of an arm must lie between 0 and its visitors")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("both numbers of the prior must be above 0")
    a = (prior_a + s_a, prior_b + n_a - s_a)
    b = (prior_a + s_b, prior_b + n_b - s_b)
    turn = stats.beta.std(*a) > stats.beta.std(*b)
    first, second = (b, a) if turn else (a, b)
    score = np.linspace(-8, 8, 201)
    weight = stats.norm.pdf(score) / stats.norm.pdf(score).sum()
    p = stats.beta.ppf(stats.norm.cdf(score), *first)
    above = stats.beta.sf(p, *second)
    mean_1, mean_2 = stats.beta.mean(*first), stats.beta.mean(*second)
    missed = mean_2 * stats.beta.sf(p, second[0] + 1, second[1]) - p * above
    prob, loss_1 = weight @ above, weight @ missed
    loss_2 = loss_1 + mean_1 - mean_2
    if turn:
        prob, loss_1, loss_2 = 1 - prob, loss_2, loss_1
    z = 0.0
    if n_a and n_b and 0 < s_a + s_b < n_a + n_b:
        pooled = (s_a + s_b) / (n_a + n_b)
        z = (s_b / n_b - s_a / n_a) / np.sqrt(pooled * (1 - pooled) * (1 / n_a + 1 / n_b))
    prob = stats.norm.cdf(z)
    return {"prob_b_better": prob, "loss_if_a": loss_1, "loss_if_b": loss_2}
