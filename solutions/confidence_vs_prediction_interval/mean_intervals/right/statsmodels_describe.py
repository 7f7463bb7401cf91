# statsmodels for the interval of the mean; the prediction interval is sqrt(n + 1) times as wide.
import numpy as np
from statsmodels.stats.weightstats import DescrStatsW


def mean_intervals(x, level):
    if len(x) < 2 or np.isnan(x).any() or np.isinf(x).any():
        raise ValueError("x")
    if not 0.0 < level < 1.0:
        raise ValueError("level")
    described = DescrStatsW(x)
    low, high = described.tconfint_mean(alpha=1 - level)
    mean = described.mean
    wider = np.sqrt(len(x) + 1)
    return {
        "pi_low": mean + (low - mean) * wider,
        "pi_high": mean + (high - mean) * wider,
        "ci_low": low,
        "ci_high": high,
        "mean": mean,
    }
