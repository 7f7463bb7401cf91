# Your standard deviation divides by n, which is numpy's habit. The sample standard deviation
# divides by n - 1: say ddof=1.
# rule: promises
import numpy as np
from scipy import stats


def interval_coverage_report(samples, future, mu, level):
    rows, n = samples.shape
    if n < 2 or rows < 1 or len(future) != rows:
        raise ValueError("the shapes do not fit")
    if not 0 < level < 1:
        raise ValueError("level must lie strictly between 0 and 1")
    mean, s = samples.mean(axis=1), samples.std(axis=1, ddof=0)
    q = stats.t.ppf((1 + level) / 2, n - 1)
    ci = q * s / np.sqrt(n) + 1e-12
    pi = q * s * np.sqrt(1 + 1 / n) + 1e-12
    return {
        "ci_covers_mean": np.mean(abs(mu - mean) <= ci),
        "ci_covers_future": np.mean(abs(future - mean) <= ci),
        "pi_covers_future": np.mean(abs(future - mean) <= pi),
    }
