# A customer who never used the feature is a zero, and coverage must show it. Here users with a missing
# value are dropped first, so every share is out of those who took part; fill with 0 instead.
# rule: zeros
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
        known = users.dropna(subset=[name])
        values = known[name]
        total = values.sum()
        rows.append(
            {
                "metric": name,
                "coverage": (values > 0).mean() if len(values) else 0.0,
                "top1_share": values.nlargest(top).sum() / total if total else None,
                "predictive": correlation(values, known["value_180d"]),
            }
        )
    return pd.DataFrame(rows)


def correlation(x, y):
    if x.nunique() < 2 or y.nunique() < 2:
        return None
    return x.rank().corr(y.rank())
