import numpy as np
import pandas as pd


def average_ranks(values):
    # Equal values stand between the places of the first and the last of them.
    ordered = np.sort(values)
    return (np.searchsorted(ordered, values) + np.searchsorted(ordered, values, "right") + 1) / 2


def correlation(x, y):
    x, y = x - x.mean(), y - y.mean()
    spread = np.sqrt((x @ x) * (y @ y))
    return x @ y / spread if spread else None


def metric_scorecard(users, metrics):
    if users.empty or not metrics:
        raise ValueError("a scorecard needs at least one user and one metric")
    unknown = [name for name in metrics if name not in users.columns]
    if unknown:
        raise ValueError(f"users has no column {', '.join(unknown)}")

    top = -(-len(users) // 100)  # a hundredth, rounded up in whole numbers
    value_ranks = average_ranks(users["value_180d"].to_numpy())

    rows = []
    for name in metrics:
        values = users[name].fillna(0).to_numpy()
        total = values.sum()
        rows.append(
            {
                "metric": name,
                "coverage": (values > 0).mean(),
                "top1_share": np.sort(values)[-top:].sum() / total if total else None,
                "predictive": correlation(average_ranks(values), value_ranks),
            }
        )
    return pd.DataFrame(rows)
