# Plain Python: accumulate the batches and stop a row at its first crossing.
from itertools import accumulate
from math import sqrt
from statistics import NormalDist


def crosses(row, at, unit, limit):
    for k, total in enumerate(accumulate(row), start=1):
        if k in at and abs(total) >= limit * unit * sqrt(k):
            return True
    return False


def peeking_error_rate(batch_sums, batch_n, sigma, alpha, looks):
    rows, columns = batch_sums.shape
    if rows == 0:
        raise ValueError("no experiments")
    if batch_n <= 0:
        raise ValueError("empty batches")
    if not sigma > 0:
        raise ValueError("sigma")
    if not 0 < alpha < 1:
        raise ValueError("alpha")
    at = set(looks)
    if not at or len(at) != len(looks) or any(k not in range(1, columns + 1) for k in at):
        raise ValueError("looks")
    limit = NormalDist().inv_cdf(1 - alpha / 2)
    unit = sigma * sqrt(batch_n)
    return sum(crosses(row.tolist(), at, unit, limit) for row in batch_sums) / rows
