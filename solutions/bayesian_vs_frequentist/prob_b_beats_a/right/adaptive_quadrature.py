# style: scipy.integrate.quad over the quantile u, for the chance and for one loss
from scipy.integrate import quad
from scipy.special import betainc, betaincc, betaincinv
from scipy.stats import beta


def prob_b_beats_a(s_a, n_a, s_b, n_b, prior_a, prior_b):
    for s, n in ((s_a, n_a), (s_b, n_b)):
        if not 0 <= s <= n:
            raise ValueError(f"{s} of {n}")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("the prior needs two positive numbers")
    a1, a2 = prior_a + s_a, prior_b + n_a - s_a
    b1, b2 = prior_a + s_b, prior_b + n_b - s_b
    lift = b1 / (b1 + b2) - a1 / (a1 + a2)

    def average(f, x1, x2):
        return quad(lambda u: f(betaincinv(x1, x2, u)), 0, 1, epsabs=1e-8, limit=200)[0]

    if beta.var(a1, a2) < beta.var(b1, b2):
        mean = b1 / (b1 + b2)
        chance = average(lambda p: betaincc(b1, b2, p), a1, a2)
        loss_if_a = average(
            lambda p: mean * betaincc(b1 + 1, b2, p) - p * betaincc(b1, b2, p), a1, a2
        )
    else:
        mean = a1 / (a1 + a2)
        chance = average(lambda p: betainc(a1, a2, p), b1, b2)
        loss_if_a = average(
            lambda p: p * betainc(a1, a2, p) - mean * betainc(a1 + 1, a2, p), b1, b2
        )
    return {"prob_b_better": chance, "loss_if_a": loss_if_a, "loss_if_b": loss_if_a - lift}
