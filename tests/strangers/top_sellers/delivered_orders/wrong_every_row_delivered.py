# every delivery row must be 'delivered'
import pandas as pd


def delivered_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0]
    ok = deliveries.assign(ok=deliveries["status"] == "delivered").dropna(subset=["order_id"]).groupby("order_id")["ok"].all()
    o = orders.assign(order_date=orders["order_ts"].dt.normalize())
    o = o[o["order_date"].between(as_of - pd.Timedelta(days=29), as_of) & o["order_id"].isin(ok.index[ok])]
    return o.sort_values("order_id")[["order_id", "order_date"]]
