# style: pandas nlargest and rank().corr()
import math
import pandas as pd

def metric_scorecard(users, metrics):
    if len(users) == 0 or len(metrics) == 0 or any(m not in users.columns for m in metrics):
        raise ValueError
    k = math.ceil(0.01 * len(users))
    value = users["value_180d"].astype(float)
    rows = []
    for m in metrics:
        s = users[m].astype(float).fillna(0)
        varied = s.nunique() > 1 and value.nunique() > 1
        rows.append({"metric": m, "coverage": (s > 0).mean(),
                     "top1_share": s.nlargest(k).sum() / s.sum() if s.sum() > 0 else None,
                     "predictive": s.rank().corr(value.rank()) if varied else None})
    return pd.DataFrame(rows, columns=["metric", "coverage", "top1_share", "predictive"])
