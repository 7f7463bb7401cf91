# slip: the top one percent is taken of users with a positive value, not of all users
import math
import pandas as pd

def metric_scorecard(users, metrics):
    if len(users) == 0 or len(metrics) == 0 or any(m not in users.columns for m in metrics):
        raise ValueError
    value = users["value_180d"].astype(float)
    rows = []
    for m in metrics:
        s = users[m].astype(float).fillna(0)
        pos = s[s > 0]
        k = math.ceil(len(pos) / 100)
        varied = s.nunique() > 1 and value.nunique() > 1
        rows.append((m, len(pos) / len(s), pos.nlargest(k).sum() / pos.sum() if len(pos) else None,
                     s.corr(value, method="spearman") if varied else None))
    return pd.DataFrame(rows, columns=["metric", "coverage", "top1_share", "predictive"])
