# Your two intervals are swapped. The mean is known better than the next parcel, so the confidence
# interval is the narrow one.
# rule: promises
import numpy as np
from scipy import stats


def interval_coverage_report(samples, future, mu, level):
    rows, n = samples.shape
    if n < 2 or rows < 1 or len(future) != rows:
        raise ValueError("the shapes do not fit")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")
    mean, s = samples.mean(axis=1), samples.std(axis=1, ddof=1)
    q = stats.t.ppf((1 + level) / 2, n - 1)
    ci = q * s / np.sqrt(n) + 1e-12
    pi = q * s * np.sqrt(1 + 1 / n) + 1e-12
    return {
        "ci_covers_mean": np.mean(abs(mu - mean) <= pi),
        "ci_covers_future": np.mean(abs(future - mean) <= pi),
        "pi_covers_future": np.mean(abs(future - mean) <= ci),
    }
