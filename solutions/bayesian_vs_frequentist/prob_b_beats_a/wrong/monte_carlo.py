# You simulate. Sampling noise near 5e-4 (with a million draws) changes decisions at this scale,
# where a whole loss is 0.0003: integrate, or sum a closed form.
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
    rng = np.random.default_rng(0)
    lift = rng.beta(*b, 100_000) - rng.beta(*a, 100_000)
    return {
        "prob_b_better": (lift > 0).mean(),
        "loss_if_a": np.maximum(lift, 0).mean(),
        "loss_if_b": np.maximum(-lift, 0).mean(),
    }
