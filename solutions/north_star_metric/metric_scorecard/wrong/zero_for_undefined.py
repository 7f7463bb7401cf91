# A metric without any total, or without any variation, gets a 0 here. 0 would say that it was measured
# and found unconcentrated or unrelated; leave it missing.
# rule: undefined
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
                "top1_share": values.nlargest(top).sum() / total if total else 0.0,
                "predictive": correlation(values, users["value_180d"]),
            }
        )
    return pd.DataFrame(rows)


def correlation(x, y):
    if x.nunique() < 2 or y.nunique() < 2:
        return 0.0
    return x.rank().corr(y.rank())
