# style: the standard library only; 1/conv - 1/n instead of (1 - p)/conv
import math
from statistics import NormalDist


def holdout_lift(conv_t, n_t, conv_h, n_h, level):
    for conv, n in ((conv_t, n_t), (conv_h, n_h)):
        if n < 1:
            raise ValueError("an empty group")
        if conv < 0 or conv > n:
            raise ValueError("conversions outside of the group")
    if level <= 0 or level >= 1:
        raise ValueError("level")

    z = NormalDist().inv_cdf(0.5 + level / 2)
    rate_t, rate_h = conv_t / n_t, conv_h / n_h
    variance = (rate_t - rate_t**2) / n_t + (rate_h - rate_h**2) / n_h
    result = {"lift_abs": rate_t - rate_h, "incremental": (rate_t - rate_h) * n_t}
    result["ci_low"] = rate_t - rate_h - z * math.sqrt(variance)
    result["ci_high"] = rate_t - rate_h + z * math.sqrt(variance)
    result.update(lift_rel=None, rel_ci_low=None, rel_ci_high=None)
    if conv_h > 0:
        result["lift_rel"] = rate_t / rate_h - 1
    if conv_h > 0 and conv_t > 0:
        factor = math.exp(z * math.sqrt(1 / conv_t - 1 / n_t + 1 / conv_h - 1 / n_h))
        result["rel_ci_low"] = rate_t / rate_h / factor - 1
        result["rel_ci_high"] = rate_t / rate_h * factor - 1
    return result
