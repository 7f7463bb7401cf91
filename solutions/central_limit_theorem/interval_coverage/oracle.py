# Row by row, with exact sums and scipy's own intervals.
from math import fsum, sqrt

from scipy import stats


def interval_coverage(draws, mu, level, method):
    if draws.ndim != 2 or draws.shape[0] < 1 or draws.shape[1] < 2:
        raise ValueError("draws")
    if level <= 0 or level >= 1 or method not in ("t", "z"):
        raise ValueError("level or method")
    n = draws.shape[1]
    held = 0
    for row in draws.tolist():
        mean = fsum(row) / n
        error = sqrt(fsum((x - mean) ** 2 for x in row) / (n - 1) / n)
        if error < 1e-14:
            held += abs(mean - mu) <= 1e-12
            continue
        law = stats.t(n - 1) if method == "t" else stats.norm
        low, high = law.interval(level)
        held += low <= (mu - mean) / error <= high
    return held / len(draws)
