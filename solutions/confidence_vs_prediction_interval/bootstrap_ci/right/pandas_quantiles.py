# pandas: one column per resample.
import pandas as pd


def bootstrap_ci(x, idx, stat, level):
    if len(x) == 0 or idx.ndim != 2 or len(idx) < 1 or idx.shape[1] != len(x):
        raise ValueError("x or idx")
    if not 0 < level < 1:
        raise ValueError("level")
    resamples = pd.DataFrame(x[idx.T])
    if stat in ("mean", "median"):
        values = resamples.agg(stat)
    elif stat == "p90":
        values = resamples.quantile(0.9)
    else:
        raise ValueError("stat")
    tail = (1 - level) / 2
    return tuple(values.quantile([tail, 1 - tail]))
