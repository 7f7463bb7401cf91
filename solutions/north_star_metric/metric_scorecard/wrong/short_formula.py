# The formula 1 - 6 Σd² / (n (n² - 1)) is Spearman's only as long as no two values are equal, and metrics
# are full of zeros. Take Pearson's correlation of the average ranks.
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
    n = len(x)
    return 1 - 6 * ((x.rank() - y.rank()) ** 2).sum() / (n * (n**2 - 1))
