# Plain Python with a quantile of its own, written out.
from math import floor


def quantile(values, share):
    values = sorted(values)
    place = share * (len(values) - 1)
    below = min(floor(place), len(values) - 1)
    above = min(below + 1, len(values) - 1)
    return values[below] + (place - below) * (values[above] - values[below])


def bootstrap_ci(x, idx, stat, level):
    n = len(x)
    if n < 1:
        raise ValueError("empty")
    if len(idx.shape) != 2 or idx.shape[0] < 1 or idx.shape[1] != n:
        raise ValueError("idx")
    if level <= 0 or level >= 1:
        raise ValueError("level")
    if stat not in {"mean", "median", "p90"}:
        raise ValueError("stat")
    values = []
    for row in idx:
        drawn = [float(x[place]) for place in row]
        if stat == "mean":
            values.append(sum(drawn) / n)
        else:
            values.append(quantile(drawn, 0.5 if stat == "median" else 0.9))
    return quantile(values, (1 - level) / 2), quantile(values, (1 + level) / 2)
