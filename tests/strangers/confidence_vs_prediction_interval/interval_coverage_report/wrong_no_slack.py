# slip: strict comparison without slack, so a constant row misses its own value
import numpy as np
from scipy.stats import t

def interval_coverage_report(samples, future, mu, level):
    s, f = np.asarray(samples, float), np.asarray(future, float)
    if s.ndim != 2 or s.shape[0] < 1 or s.shape[1] < 2 or f.shape != (s.shape[0],) or not 0 < level < 1:
        raise ValueError
    n = s.shape[1]
    m, sd, q = s.mean(1), s.std(1, ddof=1), t.ppf((1 + level) / 2, n - 1)
    ci, pi = q * sd / np.sqrt(n), q * sd * np.sqrt(1 + 1 / n)
    return dict(ci_covers_mean=float(np.mean((m - ci < mu) & (mu < m + ci))),
                ci_covers_future=float(np.mean((m - ci < f) & (f < m + ci))),
                pi_covers_future=float(np.mean((m - pi < f) & (f < m + pi))))
