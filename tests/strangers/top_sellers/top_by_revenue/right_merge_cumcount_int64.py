import pandas as pd


def good_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0]
    day = orders["order_ts"].dt.normalize()
    o = orders.loc[(day >= as_of - pd.Timedelta(days=29)) & (day <= as_of), "order_id"]
    has = set(deliveries.loc[deliveries["status"] == "delivered", "order_id"].dropna())
    back = set(deliveries.loc[deliveries["status"] == "returned", "order_id"].dropna())
    return o[o.isin(has - back)]


def top_by_revenue(products, orders, order_items, deliveries, params):
    i = order_items[order_items["order_id"].isin(good_orders(orders, deliveries, params))].copy()
    i["revenue_cents"] = i["quantity"] * i["unit_price_cents"]
    s = i.groupby("product_id").agg(units=("quantity", "sum"), revenue_cents=("revenue_cents", "sum"))
    p = products.join(s, on="product_id").fillna({"units": 0, "revenue_cents": 0}).astype({"units": "Int64", "revenue_cents": "Int64"})
    p = p.sort_values(["category", "revenue_cents", "units", "product_id"], ascending=[True, False, False, True])
    p["position"] = p.groupby("category").cumcount() + 1
    p["product_name"] = p["product_name"].astype(object)
    return p.query("position <= 3")
