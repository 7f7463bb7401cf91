# style: numpy and scipy.stats.spearmanr
import numpy as np
import pandas as pd
from scipy.stats import spearmanr

def metric_scorecard(users, metrics):
    n = len(users)
    if n == 0 or not metrics:
        raise ValueError("nothing to score")
    if set(metrics) - set(users.columns):
        raise ValueError("unknown column")
    top = (n + 99) // 100
    v = users["value_180d"].to_numpy(dtype=float)
    out = {"metric": list(metrics), "coverage": [], "top1_share": [], "predictive": []}
    for m in metrics:
        a = np.nan_to_num(pd.to_numeric(users[m]).to_numpy(dtype=float, na_value=np.nan))
        out["coverage"].append(np.count_nonzero(a) / n)
        out["top1_share"].append(np.sort(a)[-top:].sum() / a.sum() if a.any() else np.nan)
        flat = np.ptp(a) == 0 or np.ptp(v) == 0
        out["predictive"].append(np.nan if flat else float(spearmanr(a, v).statistic))
    return pd.DataFrame(out)
