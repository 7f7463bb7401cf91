# Lists and the statistics module. The slope of the known pairs alone is the same theta, since a
# new customer stands at the mean of x.
import math
from statistics import fmean, linear_regression, variance


def cuped_effect(y, x, treated):
    if len({len(y), len(x), len(treated)}) != 1:
        raise ValueError("lengths differ")
    y, x, treated = y.tolist(), x.tolist(), treated.tolist()
    if treated.count(True) < 2 or treated.count(False) < 2:
        raise ValueError("a group of fewer than 2")
    if any(math.isnan(value) or math.isinf(value) for value in y):
        raise ValueError("y")

    def split(values):
        groups = {True: [], False: []}
        for value, group in zip(values, treated):
            groups[group].append(value)
        return groups[True], groups[False]

    if all(max(group) == min(group) for group in split(y)):
        raise ValueError("y never varies")

    pairs = [(before, after) for before, after in zip(x, y) if not math.isnan(before)]
    theta, center = 0.0, 0.0
    if len({before for before, _ in pairs}) > 1:
        theta = linear_regression(*zip(*pairs)).slope
        center = fmean(before for before, _ in pairs)
    adjusted = [
        after if math.isnan(before) else after - theta * (before - center)
        for before, after in zip(x, y)
    ]

    def compared(values):
        one, two = split(values)
        return fmean(one) - fmean(two), variance(one) / len(one) + variance(two) / len(two)

    effect_raw, raw = compared(y)
    effect, squared = compared(adjusted)
    return {
        "theta": theta,
        "effect_raw": effect_raw,
        "se_raw": math.sqrt(raw),
        "effect": effect,
        "se": math.sqrt(squared),
        "variance_reduction": 1 - squared / raw,
    }
