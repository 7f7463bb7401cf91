# A dictionary per product and sorted() with a key; money as Decimal.
from decimal import Decimal

import pandas as pd


def top_by_revenue(products, orders, order_items, deliveries, params):
    good = set(delivered_orders(orders, deliveries, params)["order_id"])
    totals = {
        row.product_id: [row.category, row.product_id, row.product_name, 0, Decimal(0)]
        for row in products.itertuples()
    }
    for line in order_items.itertuples():
        if line.order_id in good and line.product_id in totals:
            total = totals[line.product_id]
            total[3] += line.quantity
            total[4] += Decimal(int(line.quantity)) * int(line.unit_price_cents)

    rows, places = [], {}
    for total in sorted(totals.values(), key=lambda t: (t[0], -t[4], -t[3], t[1])):
        category = total[0]
        places[category] = places.get(category, 0) + 1
        if places[category] <= 3:
            rows.append([category, places[category], *total[1:]])
    columns = ["category", "position", "product_id", "product_name", "units", "revenue_cents"]
    return pd.DataFrame(rows, columns=columns)
