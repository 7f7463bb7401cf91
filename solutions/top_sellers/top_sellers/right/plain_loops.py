# Dictionaries and loops, no groupby; the category comes back as categorical text.
from collections import Counter

import pandas as pd


def top_sellers(products, orders, order_items, deliveries, params):
    as_of = params["as_of"].iloc[0]
    statuses = {}
    for order_id, status in zip(deliveries["order_id"], deliveries["status"]):
        if not pd.isna(order_id):
            statuses.setdefault(order_id, []).append(status)

    good = set()
    for order_id, moment in zip(orders["order_id"], orders["order_ts"]):
        known = statuses.get(order_id, [])
        if pd.isna(moment) or "returned" in known or "delivered" not in known:
            continue
        if 0 <= (as_of - moment.normalize()).days <= 29:
            good.add(order_id)

    units = Counter()
    for line in order_items.to_dict("records"):
        if line["order_id"] in good:
            units[line["product_id"]] += line["quantity"]

    sold = [row for row in products.to_dict("records") if units[row["product_id"]]]
    rows = []
    for row in sold:
        rivals = [units[r["product_id"]] for r in sold if r["category"] == row["category"]]
        mine = units[row["product_id"]]
        rank = 1 + sum(theirs > mine for theirs in rivals)
        if rank <= 3:
            rows.append((row["category"], rank, row["product_id"], row["product_name"], mine))
    columns = ["category", "rank", "product_id", "product_name", "units"]
    return pd.DataFrame(sorted(rows), columns=columns).astype({"category": "category"})
