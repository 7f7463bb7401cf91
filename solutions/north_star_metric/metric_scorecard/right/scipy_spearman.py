# style: scipy for the correlation, numpy's partition for the top
import numpy as np
import pandas as pd
from scipy.stats import spearmanr


def metric_scorecard(users, metrics):
    if len(users) == 0:
        raise ValueError("no users")
    if len(metrics) == 0:
        raise ValueError("no metrics")
    for name in metrics:
        if name not in users:
            raise ValueError(f"no column {name}")
    n, later = len(users), users["value_180d"].to_numpy()
    table = {"metric": list(metrics), "coverage": [], "top1_share": [], "predictive": []}
    for name in metrics:
        x = np.nan_to_num(users[name].to_numpy())
        k = int(np.ceil(n / 100))
        table["coverage"].append(np.count_nonzero(x) / n)
        table["top1_share"].append(np.partition(x, n - k)[n - k :].sum() / x.sum() if x.any() else np.nan)
        flat = np.ptp(x) == 0 or np.ptp(later) == 0
        table["predictive"].append(None if flat else spearmanr(x, later).statistic)
    return pd.DataFrame(table)
