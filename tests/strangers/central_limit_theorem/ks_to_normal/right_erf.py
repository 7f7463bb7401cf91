# style: sorted loop with math.erf
import math

def ks_to_normal(z):
    pts = sorted(float(v) for v in z)
    n = len(pts)
    if n == 0 or not all(map(math.isfinite, pts)):
        raise ValueError("z")
    best = 0.0
    for i, v in enumerate(pts):
        F = 0.5 * (1 + math.erf(v / math.sqrt(2)))
        best = max(best, (i + 1) / n - F, F - i / n)
    return best
