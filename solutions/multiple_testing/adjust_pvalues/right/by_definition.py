# Straight from the definitions: for each p-value a maximum or minimum over all places of the sorted list.
import math


def adjust_pvalues(p, method):
    if method not in {"bonferroni", "holm", "bh", "by"}:
        raise ValueError(f"unknown method {method!r}")
    known = sorted(x for x in p if not math.isnan(x))
    if known and (known[0] < 0 or known[-1] > 1):
        raise ValueError("p outside [0, 1]")
    m = len(known)
    harmonic = sum(1 / j for j in range(1, m + 1))

    def adjusted(x):
        if math.isnan(x):
            return math.nan
        if method == "bonferroni":
            value = m * x
        elif method == "holm":
            value = max((m - j) * y for j, y in enumerate(known) if y <= x)
        else:
            value = min(m * y / j for j, y in enumerate(known, 1) if y >= x)
            value *= harmonic if method == "by" else 1
        return min(value, 1.0)

    return [adjusted(x) for x in p]
