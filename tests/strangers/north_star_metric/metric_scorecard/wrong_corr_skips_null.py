# slip: correlation leaves out users whose metric is NULL instead of counting them as 0
import math
import numpy as np
import pandas as pd

def metric_scorecard(users, metrics):
    if len(users) == 0 or len(metrics) == 0 or any(m not in users.columns for m in metrics):
        raise ValueError
    value = users["value_180d"].astype(float)
    k = math.ceil(len(users) / 100)
    rows = []
    for m in metrics:
        raw = users[m].astype(float)
        s = raw.fillna(0)
        varied = s.nunique() > 1 and value.nunique() > 1
        rows.append((m, (s > 0).mean(), s.nlargest(k).sum() / s.sum() if s.sum() > 0 else None,
                     raw.corr(value, method="spearman") if varied else None))
    return pd.DataFrame(rows, columns=["metric", "coverage", "top1_share", "predictive"])
