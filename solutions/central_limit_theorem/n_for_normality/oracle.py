# Exact fractions up to the square of the skewness, which needs no root: m3^2 / m2^3.
from fractions import Fraction
from math import ceil, isfinite


def n_for_normality(values, cap):
    if len(values) == 0 or not all(map(isfinite, values)):
        raise ValueError("values")
    # Decimal texts: 0.1 is a tenth here, so a product that is whole comes out whole.
    exact = [Fraction(repr(x if cap is None else min(x, cap))) for x in values.tolist()]
    mean = sum(exact) / len(exact)
    m2, m3 = (sum((x - mean) ** k for x in exact) / len(exact) for k in (2, 3))
    if m2 == 0:
        return 1
    needed = 355 * m3**2 / m2**3
    return max(1, ceil(needed - Fraction(1, 10**9) * max(1, needed)))
