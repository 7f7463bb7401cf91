# style: Python's sorted() over plain rows
import pandas as pd


def rank_sellers(sellers):
    rows = list(sellers[["seller_id", "orders", "positive"]].itertuples(index=False, name=None))
    total = sum(orders for _, orders, _ in rows)
    mu = sum(positive for *_, positive in rows) / total if total else 0.5
    rated = [
        (name, orders, positive / orders if orders else None, (positive + 50 * mu) / (orders + 50))
        for name, orders, positive in rows
    ]
    rated.sort(key=lambda row: (-round(row[3], 9), -row[1], row[0]))
    return pd.DataFrame(
        [(*row, place) for place, row in enumerate(rated, start=1)],
        columns=["seller_id", "orders", "raw_rate", "shrunk_rate", "rank"],
    )
