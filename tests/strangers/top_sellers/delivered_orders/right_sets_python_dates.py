import datetime as dt

import pandas as pd


def delivered_orders(orders, deliveries, params):
    end = params.at[0, "as_of"].date()
    by = {}
    for oid, status in zip(deliveries["order_id"], deliveries["status"]):
        if not pd.isna(oid):
            by.setdefault(int(oid), set()).add(status)
    rows = []
    for oid, ts in sorted(zip(orders["order_id"].tolist(), orders["order_ts"].tolist()), key=lambda x: x[0]):
        if ts is pd.NaT:
            continue
        if dt.timedelta(0) <= end - ts.date() < dt.timedelta(30) and "delivered" in by.get(oid, ()) and "returned" not in by[oid]:
            rows.append({"order_id": oid, "order_date": ts.date()})
    return pd.DataFrame(rows, columns=["order_id", "order_date"], dtype=object)
