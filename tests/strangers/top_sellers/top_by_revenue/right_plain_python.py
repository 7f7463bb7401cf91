from datetime import timedelta

import pandas as pd


def top_by_revenue(products, orders, order_items, deliveries, params):
    as_of = params["as_of"].iloc[0].date()
    statuses = {}
    for oid, status in zip(deliveries["order_id"], deliveries["status"]):
        if not pd.isna(oid):
            statuses.setdefault(int(oid), set()).add(status)
    good = set()
    for oid, ts in zip(orders["order_id"], orders["order_ts"]):
        if pd.isna(ts) or not (as_of - timedelta(days=29) <= ts.date() <= as_of):
            continue
        seen = statuses.get(int(oid), set())
        if "delivered" in seen and "returned" not in seen:
            good.add(int(oid))

    units, revenue = {}, {}
    for oid, pid, q, price in zip(
        order_items["order_id"], order_items["product_id"], order_items["quantity"], order_items["unit_price_cents"]
    ):
        if int(oid) in good:
            units[int(pid)] = units.get(int(pid), 0) + int(q)
            revenue[int(pid)] = revenue.get(int(pid), 0) + int(q) * int(price)

    cats = {}
    for pid, name, cat in zip(products["product_id"], products["product_name"], products["category"]):
        pid = int(pid)
        cats.setdefault(cat, []).append((-revenue.get(pid, 0), -units.get(pid, 0), pid, name))
    rows = []
    for cat in sorted(cats):
        for pos, (r, u, pid, name) in enumerate(sorted(cats[cat])[:3], start=1):
            rows.append((cat, pos, pid, name, -u, -r))
    return pd.DataFrame(
        rows, columns=["category", "position", "product_id", "product_name", "units", "revenue_cents"]
    )
