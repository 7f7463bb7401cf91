# Plain Python: counts, with the statistics module.
from math import sqrt
from statistics import fmean, stdev

from scipy import stats


def interval_coverage_report(samples, future, mu, level):
    rows = samples.tolist()
    if not rows or samples.shape[1] < 2 or len(rows) != len(future):
        raise ValueError("shapes")
    if not 0 < level < 1:
        raise ValueError("level")
    n = samples.shape[1]
    q = stats.t(n - 1).isf((1 - level) / 2)
    mean_held = near = reached = 0
    for row, later in zip(rows, future.tolist()):
        centre, s = fmean(row), stdev(row)
        mean_held += abs(mu - centre) <= q * s / sqrt(n) + 1e-12
        near += abs(later - centre) <= q * s / sqrt(n) + 1e-12
        reached += abs(later - centre) <= q * s * sqrt(1 + 1 / n) + 1e-12
    return {
        "ci_covers_mean": mean_held / len(rows),
        "ci_covers_future": near / len(rows),
        "pi_covers_future": reached / len(rows),
    }
