# Equal values all get the lowest of their places here (as RANK() in SQL gives it), and the correlation
# comes out different. Spearman's ranks are averages: three users on places 1 to 3 all have rank 2.
# rule: predictive
import numpy as np
import pandas as pd


def metric_scorecard(users, metrics):
    if users.empty or not metrics:
        raise ValueError("no users or no metrics")
    if not set(metrics) <= set(users.columns):
        raise ValueError("unknown column")
    top = int(np.ceil(len(users) / 100))
    rows = []
    for name in metrics:
        values = users[name].fillna(0)
        total = values.sum()
        rows.append(
            {
                "metric": name,
                "coverage": (values > 0).mean(),
                "top1_share": values.nlargest(top).sum() / total if total else None,
                "predictive": correlation(values, users["value_180d"]),
            }
        )
    return pd.DataFrame(rows)


def correlation(x, y):
    if x.nunique() < 2 or y.nunique() < 2:
        return None
    return x.rank(method="min").corr(y.rank(method="min"))
