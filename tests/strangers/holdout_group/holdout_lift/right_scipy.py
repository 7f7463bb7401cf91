# style: scipy relative_risk for the ratio, numpy for the difference
import numpy as np
from scipy.stats import norm
from scipy.stats.contingency import relative_risk

def holdout_lift(conv_t, n_t, conv_h, n_h, level):
    if not 0 < level < 1 or min(n_t, n_h) < 1:
        raise ValueError("level or n")
    if conv_t < 0 or conv_h < 0 or conv_t > n_t or conv_h > n_h:
        raise ValueError("conversions")
    p = np.array([conv_t / n_t, conv_h / n_h])
    se = np.sqrt((p * (1 - p) / np.array([n_t, n_h])).sum())
    d = float(p[0] - p[1])
    out = {"lift_abs": d, "ci_low": float(d - norm.isf((1 - level) / 2) * se),
           "ci_high": float(d + norm.isf((1 - level) / 2) * se), "lift_rel": None,
           "rel_ci_low": None, "rel_ci_high": None, "incremental": d * n_t}
    if conv_h > 0:
        out["lift_rel"] = float(p[0] / p[1] - 1)
        if conv_t > 0:
            ci = relative_risk(int(conv_t), int(n_t), int(conv_h), int(n_h)).confidence_interval(level)
            out["rel_ci_low"], out["rel_ci_high"] = float(ci.low) - 1, float(ci.high) - 1
    return out
