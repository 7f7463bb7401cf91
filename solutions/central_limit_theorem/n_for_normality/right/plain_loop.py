# Plain Python: exact sums, and the whole number looked for first.
from math import floor, fsum, isfinite


def n_for_normality(values, cap):
    if len(values) == 0:
        raise ValueError("no values")
    kept = []
    for value in values:
        if not isfinite(value):
            raise ValueError("a value is not finite")
        kept.append(float(cap) if cap is not None and value > cap else float(value))
    if len(set(kept)) == 1:
        return 1
    mean = fsum(kept) / len(kept)
    m2 = fsum((x - mean) ** 2 for x in kept) / len(kept)
    m3 = fsum((x - mean) ** 3 for x in kept) / len(kept)
    needed = 355 * m3 * m3 / (m2 * m2 * m2)
    whole = floor(needed)
    above = needed - whole > 1e-9 * max(1.0, needed)
    return max(1, whole + above)
