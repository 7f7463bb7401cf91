# style: numpy vectorised
import numpy as np
from scipy.stats import t

def interval_coverage_report(samples, future, mu, level):
    s, f = np.asarray(samples, float), np.asarray(future, float)
    if s.ndim != 2 or s.shape[0] < 1 or s.shape[1] < 2 or f.shape != (s.shape[0],) or not 0 < level < 1:
        raise ValueError
    n = s.shape[1]
    m, sd, q = s.mean(1), s.std(1, ddof=1), t.ppf((1 + level) / 2, n - 1)
    ci, pi = q * sd / np.sqrt(n), q * sd * np.sqrt(1 + 1 / n)
    share = lambda v, w: float((np.abs(v - m) <= w + 1e-12).mean())
    return dict(ci_covers_mean=share(mu, ci), ci_covers_future=share(f, ci), pi_covers_future=share(f, pi))
