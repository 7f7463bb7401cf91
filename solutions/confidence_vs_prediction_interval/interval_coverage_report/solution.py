import numpy as np
from scipy import stats


def interval_coverage_report(samples, future, mu, level):
    rows, n = samples.shape
    if n < 2 or rows < 1 or len(future) != rows:
        raise ValueError("samples needs a row and two columns, and future one value per row")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")

    mean = samples.mean(axis=1)
    reach = stats.t.ppf((1 + level) / 2, n - 1) * samples.std(axis=1, ddof=1)
    ci = reach * np.sqrt(1 / n) + 1e-12  # rounding must not push a value out
    pi = reach * np.sqrt(1 + 1 / n) + 1e-12
    return {
        "ci_covers_mean": np.mean(abs(mu - mean) <= ci),
        "ci_covers_future": np.mean(abs(future - mean) <= ci),
        "pi_covers_future": np.mean(abs(future - mean) <= pi),
    }
