# Without users or without metrics this returns a table of nothing, or of gaps. The contract wants a
# ValueError: whoever asks so has lost the data on the way.
# rule: errors
import numpy as np
import pandas as pd


def metric_scorecard(users, metrics):
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
                "coverage": (values > 0).mean() if len(values) else None,
                "top1_share": values.nlargest(top).sum() / total if total else None,
                "predictive": correlation(values, users["value_180d"]),
            }
        )
    return pd.DataFrame(rows, columns=["metric", "coverage", "top1_share", "predictive"])


def correlation(x, y):
    if x.nunique() < 2 or y.nunique() < 2:
        return None
    return x.rank().corr(y.rank())
