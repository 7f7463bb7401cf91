# style: 400 Gauss-Legendre nodes on the quantiles of the arm with the smaller spread; both losses
# from chances with one success more
import numpy as np
from scipy import special

NODES, WEIGHTS = np.polynomial.legendre.leggauss(400)


def prob_b_beats_a(s_a, n_a, s_b, n_b, prior_a, prior_b):
    if s_a < 0 or s_b < 0 or s_a > n_a or s_b > n_b:
        raise ValueError("successes")
    if min(prior_a, prior_b) <= 0:
        raise ValueError("prior")

    def variance(x, y):
        return x * y / (x + y) ** 2 / (x + y + 1)

    def beats(x, y):
        """P(X > Y)."""
        if variance(*x) > variance(*y):
            return 1 - beats(y, x)
        p = special.betaincinv(*x, (NODES + 1) / 2)
        return WEIGHTS @ special.betainc(*y, p) / 2

    a = (prior_a + s_a, prior_b + n_a - s_a)
    b = (prior_a + s_b, prior_b + n_b - s_b)
    mean_a, mean_b = a[0] / sum(a), b[0] / sum(b)
    more_a, more_b = (a[0] + 1, a[1]), (b[0] + 1, b[1])
    loss_if_b = mean_a * beats(more_a, b) - mean_b * beats(a, more_b)
    return {
        "prob_b_better": beats(b, a),
        "loss_if_a": loss_if_b + mean_b - mean_a,
        "loss_if_b": loss_if_b,
    }
