# style: plain python moments
import math

def n_for_normality(values, cap):
    xs = [float(v) if cap is None else min(float(v), float(cap)) for v in values]
    if not xs or not all(math.isfinite(float(v)) for v in values):
        raise ValueError("values")
    if len(set(xs)) == 1:
        return 1
    m = math.fsum(xs) / len(xs)
    m2 = math.fsum((x - m) ** 2 for x in xs) / len(xs)
    m3 = math.fsum((x - m) ** 3 for x in xs) / len(xs)
    need = 355 * m3 * m3 / m2 ** 3
    return max(1, math.ceil(need - 1e-9 * max(1.0, need)))
