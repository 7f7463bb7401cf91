# Plain Python over the rows: a set of statuses per order, datetime.date objects in the result.
from datetime import timedelta

import pandas as pd


def delivered_orders(orders, deliveries, params):
    as_of = params.loc[0, "as_of"].date()
    seen = {}
    for row in deliveries.itertuples():
        if pd.notna(row.order_id):
            seen.setdefault(int(row.order_id), set()).add(row.status)
    rows = []
    for row in orders.itertuples():
        if pd.isna(row.order_ts):
            continue
        day = row.order_ts.date()
        statuses = seen.get(row.order_id, set())
        if as_of - timedelta(days=29) <= day <= as_of:
            if "delivered" in statuses and "returned" not in statuses:
                rows.append((row.order_id, day))
    return pd.DataFrame(sorted(rows), columns=["order_id", "order_date"])
