# style: two-pass python, quantile from scipy.special
import math
from scipy.special import stdtrit

def mean_intervals(x, level):
    if not 0 < level < 1:
        raise ValueError("level")
    vals = [float(v) for v in x]
    n = len(vals)
    if n < 2 or any(not math.isfinite(v) for v in vals):
        raise ValueError("x")
    centre = math.fsum(vals) / n
    var = math.fsum((v - centre) ** 2 for v in vals) / (n - 1)
    q = float(stdtrit(n - 1, 0.5 + level / 2))
    out = {"mean": centre}
    for name, v in (("ci", var / n), ("pi", var + var / n)):
        out[name + "_low"] = centre - q * math.sqrt(v)
        out[name + "_high"] = centre + q * math.sqrt(v)
    return out
