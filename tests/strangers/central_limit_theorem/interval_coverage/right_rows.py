# style: row loop with NormalDist and sums of squares
import math
from statistics import NormalDist
from scipy.special import stdtrit

def interval_coverage(draws, mu, level, method):
    if getattr(draws, "ndim", 0) != 2:
        raise ValueError("2-D please")
    R, n = draws.shape
    if R < 1 or n < 2 or method not in ("t", "z") or not 0 < level < 1:
        raise ValueError("arguments")
    upper = 1 - (1 - level) / 2
    q = NormalDist().inv_cdf(upper) if method == "z" else float(stdtrit(n - 1, upper))
    covered = 0
    for row in draws.tolist():
        m = math.fsum(row) / n
        s = math.sqrt(math.fsum((v - m) ** 2 for v in row) / (n - 1))
        covered += abs(m - mu) <= q * s / math.sqrt(n) + 1e-12
    return covered / R
