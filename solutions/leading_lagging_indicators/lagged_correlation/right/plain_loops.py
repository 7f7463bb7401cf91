# Plain Python: a dictionary from week to value, loops, and the correlation of the statistics
# module.
import math
import statistics

import pandas as pd


def lagged_correlation(x, y, max_lag):
    if len(x) != len(y) or len(y) == 0:
        raise ValueError("x and y need the same weeks, at least one")
    if max_lag < 0:
        raise ValueError("max_lag")
    later = {week: value for week, value in enumerate(y) if not math.isnan(value)}
    rows = []
    for lag in range(-max_lag, max_lag + 1):
        pairs = [
            (value, later[week + lag])
            for week, value in enumerate(x)
            if not math.isnan(value) and week + lag in later
        ]
        corr = None
        if len(pairs) > 2:
            first, second = zip(*pairs)
            if len(set(first)) > 1 and len(set(second)) > 1:
                corr = statistics.correlation(first, second)
        rows.append({"lag": lag, "n": len(pairs), "corr": corr})
    return pd.DataFrame(rows)
