import math

import pandas as pd


def metric_scorecard(users, metrics):
    if len(users) == 0 or len(metrics) == 0:
        raise ValueError("no users or no metrics")
    if not set(metrics) <= set(users.columns):
        raise ValueError("there is no such column")

    columns = users[metrics].fillna(0.0)
    top = math.ceil(len(users) / 100)
    held = columns.apply(lambda column: column.nlargest(top).sum())
    totals = columns.sum()

    # corr() leaves a constant undefined, as it should be.
    value_ranks = users["value_180d"].rank()
    return pd.DataFrame(
        {
            "metric": metrics,
            "coverage": columns.gt(0).mean().to_numpy(),
            "top1_share": held.div(totals).where(totals > 0).to_numpy(),
            "predictive": [columns[name].rank().corr(value_ranks) for name in metrics],
        }
    )
