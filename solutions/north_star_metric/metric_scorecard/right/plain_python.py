# style: no library but the table at the end: ranks counted one by one, means from statistics
import math
from statistics import StatisticsError, correlation

import pandas as pd


def ranks(values):
    return [sum(v < x for v in values) + (sum(v == x for v in values) + 1) / 2 for x in values]


def metric_scorecard(users, metrics):
    rows = users.to_dict("records")
    if not rows or not metrics:
        raise ValueError("nothing to score")
    if any(name not in rows[0] for name in metrics):
        raise ValueError("there is no such metric")
    later = ranks([row["value_180d"] for row in rows])
    scored = []
    for name in metrics:
        values = [0.0 if math.isnan(row[name]) else row[name] for row in rows]
        most = sorted(values, reverse=True)[: (len(values) + 99) // 100]
        try:
            rho = correlation(ranks(values), later)
        except StatisticsError:  # constant, or a single user
            rho = None
        share = sum(most) / sum(values) if sum(values) > 0 else None
        scored.append((name, sum(v > 0 for v in values) / len(values), share, rho))
    return pd.DataFrame(scored, columns=["metric", "coverage", "top1_share", "predictive"])
