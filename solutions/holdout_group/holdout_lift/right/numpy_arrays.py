# style: both groups at once in arrays; the ends of the intervals from a frozen normal distribution
import numpy as np
from scipy import stats


def holdout_lift(conv_t, n_t, conv_h, n_h, level):
    conv, n = np.array([conv_t, conv_h]), np.array([n_t, n_h])
    if (n <= 0).any() or (conv < 0).any() or (conv > n).any():
        raise ValueError("impossible counts")
    if not 0.0 < level < 1.0:
        raise ValueError("impossible level")
    p = conv / n
    lift = p @ [1, -1]
    error = np.sqrt(np.sum(p * (1 - p) / n))
    low, high = lift + error * stats.norm.interval(level)[0] * np.array([1, -1])
    ends = [None, None]
    if conv.all():
        error = np.sqrt(np.sum((1 - p) / conv))
        center = np.log(p) @ [1, -1]
        ends = np.expm1(center + error * np.array(stats.norm.interval(level)))
    return dict(
        lift_abs=lift,
        ci_low=low,
        ci_high=high,
        lift_rel=None if conv_h == 0 else p[0] / p[1] - 1,
        rel_ci_low=ends[0],
        rel_ci_high=ends[1],
        incremental=conv_t - n_t * p[1],
    )
