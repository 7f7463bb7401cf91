# style: plain python with a hand-written linear quantile
import math

def _q(values, prob):
    v = sorted(values)
    pos = prob * (len(v) - 1)
    k = math.floor(pos)
    if k + 1 >= len(v):
        return v[-1]
    return v[k] + (pos - k) * (v[k + 1] - v[k])

def bootstrap_ci(x, idx, stat, level):
    xs = [float(v) for v in x]
    fun = {"mean": lambda v: math.fsum(v) / len(v), "median": lambda v: _q(v, 0.5), "p90": lambda v: _q(v, 0.9)}
    if not xs or stat not in fun or not 0 < level < 1:
        raise ValueError
    if getattr(idx, "ndim", 0) != 2 or idx.shape[0] < 1 or idx.shape[1] != len(xs):
        raise ValueError("idx")
    reps = [fun[stat]([xs[j] for j in row]) for row in idx.tolist()]
    return [_q(reps, (1 - level) / 2), _q(reps, (1 + level) / 2)]
