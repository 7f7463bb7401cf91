# Plain Python: the statistics module, one row after the other.
from math import sqrt
from statistics import NormalDist, fmean, stdev

from scipy.special import stdtrit


def interval_coverage(draws, mu, level, method):
    if draws.ndim != 2:
        raise ValueError("draws must have two dimensions")
    rows, n = draws.shape
    if rows < 1 or n < 2:
        raise ValueError("too few rows or columns")
    if level <= 0 or level >= 1:
        raise ValueError("level")
    quantiles = {"z": NormalDist().inv_cdf, "t": lambda p: stdtrit(n - 1, p)}
    if method not in quantiles:
        raise ValueError("method")
    q = quantiles[method](0.5 + level / 2)
    hits = 0
    for row in draws:
        values = [float(x) for x in row]
        hits += abs(fmean(values) - mu) <= q * stdev(values) / sqrt(n) + 1e-12
    return hits / rows
