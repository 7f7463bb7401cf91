# style: scipy quad over the quantiles of the narrower arm, split at p = 1/2, logs for tiny p
import math
from scipy.integrate import quad
from scipy.special import betainc, betaincinv, betaln

_SMALL = -60.0


def _log_quantile(a, b, lead, u):
    log_p = (math.log(u) + lead) / a
    if log_p < _SMALL:
        return log_p
    return math.log(max(betaincinv(a, b, u), 1e-300))


def _lower_half(a1, b1, a2, b2):
    """P(X2 < X1 and X1 < 1/2) for independent Betas."""
    top = float(betainc(a1, b1, 0.5))
    if top < 1e-12:
        return 0.0
    lead1 = math.log(a1) + float(betaln(a1, b1))
    lead2 = math.log(a2) + float(betaln(a2, b2))

    def inner(u):
        log_p = _log_quantile(a1, b1, lead1, u)
        if log_p < _SMALL:
            return math.exp(a2 * log_p - lead2)
        return betainc(a2, b2, math.exp(log_p))

    return quad(inner, 0.0, top, epsabs=1e-10, epsrel=1e-9, limit=200, full_output=1)[0]


def _below(a1, b1, a2, b2):
    """P(X2 < X1), integrated over the quantiles of X1."""
    mirrored = float(betainc(b1, a1, 0.5)) - _lower_half(b1, a1, b2, a2)
    return _lower_half(a1, b1, a2, b2) + mirrored


def _var(a, b):
    return a * b / ((a + b) ** 2 * (a + b + 1))


def _greater(a1, b1, a2, b2):
    """P(X1 > X2)."""
    if _var(a1, b1) <= _var(a2, b2):
        return _below(a1, b1, a2, b2)
    return 1.0 - _below(a2, b2, a1, b1)


def prob_b_beats_a(s_a, n_a, s_b, n_b, prior_a, prior_b):
    if not 0 <= s_a <= n_a or not 0 <= s_b <= n_b:
        raise ValueError("successes outside 0..n")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("priors must be positive")
    aa, ba = float(prior_a + s_a), float(prior_b + n_a - s_a)
    ab, bb = float(prior_a + s_b), float(prior_b + n_b - s_b)
    mean_a, mean_b = aa / (aa + ba), ab / (ab + bb)
    prob = _greater(ab, bb, aa, ba)
    loss_b = mean_a * _greater(aa + 1, ba, ab, bb) - mean_b * _greater(aa, ba, ab + 1, bb)
    loss_a = loss_b + mean_b - mean_a
    return {"prob_b_better": float(prob),
            "loss_if_a": float(max(loss_a, 0.0)),
            "loss_if_b": float(max(loss_b, 0.0))}
