# style: standard library only, own continued fraction for the incomplete beta plus bisection
import math


def _continued_fraction(a, b, x):
    tiny = 1e-300
    c = 1.0
    d = 1.0 - (a + b) * x / (a + 1.0)
    d = 1.0 / (d if abs(d) > tiny else tiny)
    h = d
    for m in range(1, 20000):
        num = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1.0 + num * d
        d = 1.0 / (d if abs(d) > tiny else tiny)
        c = 1.0 + num / c
        c = c if abs(c) > tiny else tiny
        h *= d * c
        num = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1.0 + num * d
        d = 1.0 / (d if abs(d) > tiny else tiny)
        c = 1.0 + num / c
        c = c if abs(c) > tiny else tiny
        step = d * c
        h *= step
        if abs(step - 1.0) < 1e-15:
            break
    return h


def _cdf(a, b, x):
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    log_front = (math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
                 + a * math.log(x) + b * math.log1p(-x))
    front = math.exp(log_front)
    if x < (a + 1.0) / (a + b + 2.0):
        return front * _continued_fraction(a, b, x) / a
    return 1.0 - front * _continued_fraction(b, a, 1.0 - x) / b


def _quantile(a, b, q):
    lo, hi = 0.0, 1.0
    for _ in range(60):
        mid = 0.5 * (lo + hi)
        if _cdf(a, b, mid) < q:
            lo = mid
        else:
            hi = mid
    return 0.5 * (lo + hi)


def beta_posterior(successes, trials, prior_a, prior_b, level):
    if successes < 0 or successes > trials:
        raise ValueError("need 0 <= successes <= trials")
    if prior_a <= 0 or prior_b <= 0:
        raise ValueError("priors must be > 0")
    if level <= 0 or level >= 1:
        raise ValueError("level outside (0, 1)")
    alpha = float(prior_a) + int(successes)
    beta = float(prior_b) + int(trials) - int(successes)
    tail = 0.5 * (1.0 - level)
    low = _quantile(alpha, beta, tail)
    high = 1.0 - _quantile(beta, alpha, tail)
    return dict(alpha=alpha, beta=beta, mean=alpha / (alpha + beta), low=low, high=high)
