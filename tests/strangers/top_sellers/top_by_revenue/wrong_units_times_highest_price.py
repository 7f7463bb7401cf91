# Slip: revenue is total units times the product's highest line price, although a product is sold at several prices.
import pandas as pd


def top_by_revenue(products, orders, order_items, deliveries, params):
    as_of = params["as_of"].iloc[0]
    day = orders["order_ts"].dt.normalize()
    good = set(orders.loc[day.between(as_of - pd.Timedelta(days=29), as_of), "order_id"])
    d = deliveries.dropna(subset=["order_id"])
    good &= set(d.loc[d["status"] == "delivered", "order_id"])
    good -= set(d.loc[d["status"] == "returned", "order_id"])
    g = order_items[order_items["order_id"].isin(good)].groupby("product_id")
    sales = g.agg(units=("quantity", "sum"), price=("unit_price_cents", "max")).reset_index()
    t = products.merge(sales, on="product_id", how="left")
    t[["units", "price"]] = t[["units", "price"]].fillna(0).astype("int64")
    t["revenue_cents"] = t["units"] * t["price"]
    t = t.sort_values(
        ["category", "revenue_cents", "units", "product_id"], ascending=[True, False, False, True]
    )
    t["position"] = t.groupby("category").cumcount() + 1
    t = t[t["position"] <= 3]
    return t[["category", "position", "product_id", "product_name", "units", "revenue_cents"]]
