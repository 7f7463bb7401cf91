# Plain Python: the error function of the math module, one point after the other.
from math import erfc, isfinite, sqrt


def ks_to_normal(z):
    if not len(z) or not all(isfinite(x) for x in z):
        raise ValueError("z must be finite and not empty")
    n, largest = len(z), 0.0
    for i, x in enumerate(sorted(z)):
        normal = erfc(-x / sqrt(2)) / 2
        largest = max(largest, (i + 1) / n - normal, normal - i / n)
    return largest
