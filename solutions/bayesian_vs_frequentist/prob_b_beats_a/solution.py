import numpy as np
from scipy import stats


def prob_b_beats_a(s_a, n_a, s_b, n_b, prior_a, prior_b):
    if not (0 <= s_a <= n_a and 0 <= s_b <= n_b):
        raise ValueError("the buyers of an arm must lie between 0 and its visitors")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("both numbers of the prior must be above 0")

    a = stats.beta(prior_a + s_a, prior_b + n_a - s_a)
    b = stats.beta(prior_a + s_b, prior_b + n_b - s_b)

    # Average over the narrower posterior: seen from the wider one, the other is a cliff.
    if a.std() > b.std():
        turned = prob_b_beats_a(s_b, n_b, s_a, n_a, prior_a, prior_b)
        return {
            "prob_b_better": 1 - turned["prob_b_better"],
            "loss_if_a": turned["loss_if_b"],
            "loss_if_b": turned["loss_if_a"],
        }

    # Quantiles of A at equal steps of a normal score: integrand and weights are smooth and fade out
    # at both ends, where the trapezoid rule is exact to about 1e-10.
    score = np.linspace(-8, 8, 201)
    weight = stats.norm.pdf(score)
    p = a.ppf(stats.norm.cdf(score))

    # Where p_A = p, E[max(p_B - p, 0)] = E[p_B] P(B+ > p) - p P(B > p); B+ has one success more.
    better = b.sf(p)
    missed = b.mean() * stats.beta.sf(p, prior_a + s_b + 1, prior_b + n_b - s_b) - p * better

    loss_if_a = np.average(missed, weights=weight)
    return {
        "prob_b_better": np.average(better, weights=weight),
        "loss_if_a": loss_if_a,
        "loss_if_b": loss_if_a + a.mean() - b.mean(),
    }
