# style: both posteriors on one fine grid of log-odds each, and the trapezoid rule over the narrower
# density
import numpy as np
from scipy.special import betainc, betaln, digamma, expit, polygamma


def prob_b_beats_a(s_a, n_a, s_b, n_b, prior_a, prior_b):
    if not (0 <= s_a <= n_a and 0 <= s_b <= n_b and prior_a > 0 and prior_b > 0):
        raise ValueError("counts or prior out of range")
    a = np.array([prior_a + s_a, prior_b + n_a - s_a], dtype=float)
    b = np.array([prior_a + s_b, prior_b + n_b - s_b], dtype=float)

    def width(x):
        return np.sqrt(polygamma(1, x).sum())

    def chance_and_loss(x, y):
        """P(X > Y) and E[max(X - Y, 0)], over the density of X, which is the narrower one."""
        t = digamma(x[0]) - digamma(x[1]) + width(x) * np.linspace(-35, 35, 1401)
        log_density = -x[0] * np.logaddexp(0, -t) - x[1] * np.logaddexp(0, t) - betaln(*x)
        weight = np.exp(log_density - log_density.max())
        weight /= weight.sum()
        p = expit(t)
        above = betainc(*y, p)
        below_mean = y[0] / y.sum() * betainc(y[0] + 1, y[1], p)
        return weight @ above, weight @ (p * above - below_mean)

    lift = b[0] / b.sum() - a[0] / a.sum()
    if width(a) < width(b):
        chance, loss_if_b = chance_and_loss(a, b)
        return {
            "prob_b_better": 1 - chance,
            "loss_if_a": loss_if_b + lift,
            "loss_if_b": loss_if_b,
        }
    chance, loss_if_a = chance_and_loss(b, a)
    return {"prob_b_better": chance, "loss_if_a": loss_if_a, "loss_if_b": loss_if_a - lift}
