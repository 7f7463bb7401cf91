# A name that is no column of users is skipped in silence, and a typing error becomes a missing row of the
# scorecard. Raise ValueError.
# rule: errors
import numpy as np
import pandas as pd


def metric_scorecard(users, metrics):
    if users.empty or not metrics:
        raise ValueError("no users or no metrics")
    metrics = [name for name in metrics if name in users.columns]
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
    return x.rank().corr(y.rank())
