# slip: incremental customers scaled to the holdout's size instead of the treated group's
from math import exp, sqrt
from statistics import NormalDist

def holdout_lift(conv_t, n_t, conv_h, n_h, level):
    if n_t < 1 or n_h < 1 or not 0 <= conv_t <= n_t or not 0 <= conv_h <= n_h or not 0 < level < 1:
        raise ValueError
    z = NormalDist().inv_cdf((1 + level) / 2)
    pt, ph = conv_t / n_t, conv_h / n_h
    d, w = pt - ph, z * sqrt(pt * (1 - pt) / n_t + ph * (1 - ph) / n_h)
    lo = hi = None
    if conv_t and conv_h:
        s = z * sqrt((1 - pt) / conv_t + (1 - ph) / conv_h)
        lo, hi = pt / ph * exp(-s) - 1, pt / ph * exp(s) - 1
    return dict(lift_abs=d, ci_low=d - w, ci_high=d + w, lift_rel=d / ph if conv_h else None,
                rel_ci_low=lo, rel_ci_high=hi, incremental=d * n_h)
