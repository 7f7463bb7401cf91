from itertools import pairwise

import numpy as np
from scipy import integrate, special


def prob_b_beats_a(s_a, n_a, s_b, n_b, prior_a, prior_b):
    """Evan Miller's finite sum where the prior is whole and the arm small, else quadrature."""
    if s_a < 0 or s_b < 0 or s_a > n_a or s_b > n_b or min(prior_a, prior_b) <= 0:
        raise ValueError("counts or prior")
    a = (prior_a + s_a, prior_b + n_a - s_a)
    b = (prior_a + s_b, prior_b + n_b - s_b)
    beats = finite_sum if prior_a % 1 == 0 and b[0] < 2000 else quadrature
    mean_a, mean_b = a[0] / sum(a), b[0] / sum(b)
    one_more_a, one_more_b = (a[0] + 1, a[1]), (b[0] + 1, b[1])
    return {
        "prob_b_better": beats(a, b),
        "loss_if_a": mean_b * beats(a, one_more_b) - mean_a * beats(one_more_a, b),
        "loss_if_b": mean_a * (1 - beats(one_more_a, b)) - mean_b * (1 - beats(a, one_more_b)),
    }


def finite_sum(a, b):
    """P(B > A): one term for each whole number below B's first parameter."""
    i = np.arange(int(b[0]))
    log_terms = (
        special.betaln(a[0] + i, a[1] + b[1])
        - np.log(b[1] + i)
        - special.betaln(1 + i, b[1])
        - special.betaln(*a)
    )
    return np.exp(log_terms).sum()


def quadrature(a, b):
    """P(B > A): adaptive, over the density of A's log-odds, cut where either has its bulk."""
    cuts = set()
    for first, second in (a, b):
        centre = special.digamma(first) - special.digamma(second)
        width = (special.polygamma(1, first) + special.polygamma(1, second)) ** 0.5
        cuts |= {centre + k * width for k in (-40, -12, -4, -1, 0, 1, 4, 12, 40)}

    def integrand(x):
        log_density = -a[0] * np.logaddexp(0, -x) - a[1] * np.logaddexp(0, x) - special.betaln(*a)
        return np.exp(log_density) * special.betaincc(*b, special.expit(x))

    pieces = (integrate.quad_vec(integrand, *ends, epsabs=1e-11) for ends in pairwise(sorted(cuts)))
    return sum(value for value, _ in pieces)
