# style: vectorised trapezoid in logit space, losses from the integral of F_B * (1 - F_A)
import numpy as np
from scipy.special import betainc, betaincinv, betaln, expit, polygamma


def _left_cdf(a, b, t):
    log_p = -np.logaddexp(0.0, -t)
    tiny = np.exp(np.minimum(a * log_p - np.log(a) - betaln(a, b), 0.0))
    return np.where(log_p < -60.0, tiny, betainc(a, b, np.exp(log_p)))


def _cdf(a, b, t):
    out = np.empty_like(t)
    left = t <= 0
    out[left] = _left_cdf(a, b, t[left])
    out[~left] = 1.0 - _left_cdf(b, a, -t[~left])
    return out


def _low_end(a, b):
    log_p = (np.log(1e-13) + np.log(a) + betaln(a, b)) / a
    if log_p < -60.0:
        return log_p
    p = betaincinv(a, b, 1e-13)
    if p > 0.5:
        q = 1.0 - p
        return np.log(p) - np.log(max(q, 1e-16))
    return np.log(p) - np.log1p(-p)


def _grid(lo, hi, step):
    count = int(np.ceil((hi - lo) / step)) + 1
    return np.linspace(lo, hi, max(count, 200))


def _loss(a1, b1, a2, b2, step):
    """E[max(X1 - X2, 0)], the integral of F2 * (1 - F1) over p."""
    lo = max(-32.0, _low_end(a2, b2))
    hi = min(32.0, -_low_end(b1, a1))
    if hi <= lo:
        return 0.0
    t = _grid(lo, hi, step)
    values = _cdf(a2, b2, t) * _cdf(b1, a1, -t) * expit(t) * expit(-t)
    return float(np.trapezoid(values, t) if hasattr(np, "trapezoid") else np.trapz(values, t))


def prob_b_beats_a(s_a, n_a, s_b, n_b, prior_a, prior_b):
    if min(s_a, s_b) < 0 or s_a > n_a or s_b > n_b:
        raise ValueError("need 0 <= s <= n in both arms")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("priors must be > 0")
    arms = [(float(prior_a + s), float(prior_b + n - s)) for s, n in ((s_a, n_a), (s_b, n_b))]
    spread = [float(np.sqrt(polygamma(1, a) + polygamma(1, b))) for a, b in arms]
    step = min(0.1, min(spread) / 8)
    narrow = int(np.argmin(spread))
    a, b = arms[narrow]
    c, d = arms[1 - narrow]
    t = _grid(_low_end(a, b), -_low_end(b, a), step)
    log_p, log_q = -np.logaddexp(0.0, -t), -np.logaddexp(0.0, t)
    weight = np.exp(a * log_p + b * log_q - betaln(a, b))
    weight /= weight.sum()
    narrow_wins = float((weight * _cdf(c, d, t)).sum())
    prob = narrow_wins if narrow == 1 else 1.0 - narrow_wins
    return {"prob_b_better": prob,
            "loss_if_a": _loss(*arms[1], *arms[0], step),
            "loss_if_b": _loss(*arms[0], *arms[1], step)}
