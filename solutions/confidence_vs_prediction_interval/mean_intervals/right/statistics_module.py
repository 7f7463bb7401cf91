# Plain Python: the statistics module, and a loop over the two half-widths.
from math import isfinite, sqrt
from statistics import fmean, stdev

from scipy.special import stdtrit


def mean_intervals(x, level):
    values = [float(value) for value in x]
    if len(values) < 2:
        raise ValueError("too few values")
    if not all(map(isfinite, values)):
        raise ValueError("not finite")
    if not (level > 0 and level < 1):
        raise ValueError("level")
    n, mean = len(values), fmean(values)
    q = -stdtrit(n - 1, (1 - level) / 2)
    result = {"mean": mean}
    for name, variances in (("ci", 1 / n), ("pi", (n + 1) / n)):
        half = q * stdev(values) * sqrt(variances)
        result[f"{name}_low"], result[f"{name}_high"] = mean - half, mean + half
    return result
