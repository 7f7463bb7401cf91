import pandas as pd


def good_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0]
    day = orders["order_ts"].dt.normalize()
    o = orders.loc[(day >= as_of - pd.Timedelta(days=29)) & (day <= as_of), "order_id"]
    has = set(deliveries.loc[deliveries["status"] == "delivered", "order_id"].dropna())
    back = set(deliveries.loc[deliveries["status"] == "returned", "order_id"].dropna())
    return o[o.isin(has - back)]


import numpy as np


def top_by_revenue(products, orders, order_items, deliveries, params):
    good = set(good_orders(orders, deliveries, params))
    order_items["cents"] = order_items["quantity"] * order_items["unit_price_cents"]
    total = {p: [0, 0] for p in products["product_id"]}
    for r in order_items.itertuples(index=False):
        if r.order_id in good and r.product_id in total:
            total[r.product_id][0] += r.quantity
            total[r.product_id][1] += r.cents
    by = {}
    for pid, name, cat in products[["product_id", "product_name", "category"]].itertuples(index=False, name=None):
        by.setdefault(cat, []).append((-total[pid][1], -total[pid][0], pid, name))
    rows = [(cat, np.int64(k), pid, name, np.float64(-n), np.int64(-c)) for cat in sorted(by) for k, (c, n, pid, name) in enumerate(sorted(by[cat])[:3], 1)]
    return pd.DataFrame(rows, columns=["category", "position", "product_id", "product_name", "units", "revenue_cents"])
