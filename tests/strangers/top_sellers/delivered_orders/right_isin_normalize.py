import pandas as pd


def delivered_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0]
    good = deliveries.loc[deliveries["status"] == "delivered", "order_id"].dropna()
    bad = deliveries.loc[deliveries["status"].eq("returned"), "order_id"]
    o = orders.assign(order_date=orders["order_ts"].dt.normalize())
    o = o[o["order_date"].between(as_of - pd.Timedelta(days=29), as_of) & o["order_id"].isin(good) & ~o["order_id"].isin(bad)]
    return o.sort_values("order_id")[["order_date", "order_id"]]
