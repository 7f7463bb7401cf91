# slip: closed sum that rounds the prior's pseudo-successes to a whole number (s 3 of 10 and 5 of 10, prior 2.5, 2.5)
import numpy as np
from scipy.special import betaln


def _greater(ax, bx, ay, by):
    """P(X > Y) as a finite sum; ax is a whole number."""
    i = np.arange(int(ax))
    terms = betaln(ay + i, by + bx) - np.log(bx + i) - betaln(1 + i, bx) - betaln(ay, by)
    return float(np.exp(terms).sum())


def prob_b_beats_a(s_a, n_a, s_b, n_b, prior_a, prior_b):
    if not 0 <= s_a <= n_a or not 0 <= s_b <= n_b:
        raise ValueError("successes outside 0..n")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("priors must be positive")
    whole = max(1, int(round(prior_a)))
    aa, ba = whole + int(s_a), float(prior_b + n_a - s_a)
    ab, bb = whole + int(s_b), float(prior_b + n_b - s_b)
    mean_a, mean_b = aa / (aa + ba), ab / (ab + bb)
    loss_b = mean_a * _greater(aa + 1, ba, ab, bb) - mean_b * _greater(aa, ba, ab + 1, bb)
    loss_a = mean_b * _greater(ab + 1, bb, aa, ba) - mean_a * _greater(ab, bb, aa + 1, ba)
    return {"prob_b_better": _greater(ab, bb, aa, ba),
            "loss_if_a": max(loss_a, 0.0), "loss_if_b": max(loss_b, 0.0)}
