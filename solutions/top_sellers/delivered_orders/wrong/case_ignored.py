# The status is lowered before it is compared, so 'Delivered' passes as well. The contract
# counts the exact text 'delivered': compare the column as it is, and ask before you clean a
# value into meaning something.
# rule: delivered


import pandas as pd


def delivered_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0]
    status = deliveries["status"].str.lower()
    delivered = deliveries.loc[status == "delivered", "order_id"]
    returned = deliveries.loc[status == "returned", "order_id"]
    orders = orders.assign(order_date=orders["order_ts"].dt.normalize())
    keep = (
        orders["order_date"].between(as_of - pd.Timedelta(days=29), as_of)
        & orders["order_id"].isin(delivered)
        & ~orders["order_id"].isin(returned)
    )
    return orders.loc[keep, ["order_id", "order_date"]].sort_values("order_id")
