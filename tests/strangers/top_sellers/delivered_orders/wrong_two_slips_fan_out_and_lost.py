# Two slips: the merge with deliveries repeats an order once per 'delivered' row, and orders with a 'lost' parcel are excluded like returned ones.
import pandas as pd


def delivered_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0]
    d = deliveries[deliveries["order_id"].notna()].astype({"order_id": "int64"})
    bad = d.loc[d["status"].isin(["returned", "lost"]), "order_id"]
    o = orders.assign(order_date=orders["order_ts"].dt.normalize())
    o = o[o["order_date"].between(as_of - pd.Timedelta(days=29), as_of) & ~o["order_id"].isin(bad)]
    out = o.merge(d.loc[d["status"] == "delivered", ["order_id"]], on="order_id")
    return out.sort_values("order_id")[["order_id", "order_date"]].reset_index(drop=True)
