import pandas as pd


def top_sellers(products, orders, order_items, deliveries, params):
    as_of = params["as_of"].iloc[0]
    day = orders["order_ts"].dt.normalize()
    in_window = (day >= as_of - pd.Timedelta(days=29)) & (day <= as_of)
    ids = set(orders.loc[in_window, "order_id"])
    d = deliveries[deliveries["order_id"].notna()]
    ids &= set(d.loc[d["status"] == "delivered", "order_id"].astype("int64"))
    ids -= set(d.loc[d["status"] == "returned", "order_id"].astype("int64"))

    lines = order_items[order_items["order_id"].isin(ids)]
    units = lines.groupby("product_id", as_index=False)["quantity"].sum().rename(columns={"quantity": "units"})
    t = products.merge(units, on="product_id", how="inner")
    t["rank"] = t.groupby("category")["units"].rank(method="min", ascending=False).astype("int64")
    t = t[t["rank"] <= 3].sort_values(["category", "rank", "product_id"])
    return t[["category", "rank", "product_id", "product_name", "units"]].reset_index(drop=True)
