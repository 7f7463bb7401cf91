# style: plain Python records and sorted()
import pandas as pd


def rank_sellers(sellers):
    rows = [(str(i), int(o), int(p))
            for i, o, p in zip(sellers["seller_id"], sellers["orders"], sellers["positive"])]
    total = sum(o for _, o, _ in rows)
    mu = sum(p for _, _, p in rows) / total if total else 0.5
    out = []
    for seller, orders, positive in rows:
        out.append({
            "seller_id": seller,
            "orders": orders,
            "raw_rate": positive / orders if orders else None,
            "shrunk_rate": (positive + 50 * mu) / (orders + 50),
        })
    out = sorted(out, key=lambda r: (-round(r["shrunk_rate"], 9), -r["orders"], r["seller_id"]))
    for place, row in enumerate(out, start=1):
        row["rank"] = place
    return pd.DataFrame(out, columns=["seller_id", "orders", "raw_rate", "shrunk_rate", "rank"])
