# as_of - 30 starts the window a day too early: with both ends counted that makes 31 days.
# Thirty days ending with as_of begin at as_of - 29.
# rule: window


import pandas as pd


def delivered_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0]
    delivered = deliveries.loc[deliveries["status"] == "delivered", "order_id"]
    returned = deliveries.loc[deliveries["status"] == "returned", "order_id"]
    orders = orders.assign(order_date=orders["order_ts"].dt.normalize())
    keep = (
        orders["order_date"].between(as_of - pd.Timedelta(days=30), as_of)
        & orders["order_id"].isin(delivered)
        & ~orders["order_id"].isin(returned)
    )
    return orders.loc[keep, ["order_id", "order_date"]].sort_values("order_id")
