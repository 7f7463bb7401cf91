# Merging with deliveries repeats an order for each of its 'delivered' rows, so an order that
# came in two parcels is listed twice. You only want to know whether such a row exists: use
# isin (in SQL EXISTS).
# rule: delivered


import pandas as pd


def delivered_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0]
    returned = deliveries.loc[deliveries["status"] == "returned", "order_id"]
    delivered = deliveries.loc[deliveries["status"] == "delivered", ["order_id"]].dropna()
    merged = orders.merge(delivered, on="order_id")
    merged["order_date"] = merged["order_ts"].dt.normalize()
    merged = merged[
        merged["order_date"].between(as_of - pd.Timedelta(days=29), as_of)
        & ~merged["order_id"].isin(returned)
    ]
    return merged[["order_id", "order_date"]].sort_values("order_id")
