# Two slips: the window starts 30 days back (31 calendar days), and the product_id tie-break is descending.
import pandas as pd


def top_by_revenue(products, orders, order_items, deliveries, params):
    as_of = params["as_of"].iloc[0]
    day = orders["order_ts"].dt.normalize()
    o = orders[(day >= as_of - pd.Timedelta(days=30)) & (day <= as_of)]
    has = lambda s: o["order_id"].isin(deliveries.loc[deliveries["status"] == s, "order_id"].dropna())
    ids = o.loc[has("delivered") & ~has("returned"), "order_id"]
    lines = order_items[order_items["order_id"].isin(ids)]
    lines = lines.assign(revenue_cents=lines["quantity"] * lines["unit_price_cents"])
    s = lines.groupby("product_id")[["quantity", "revenue_cents"]].sum().reset_index()
    t = products.merge(s, on="product_id", how="left").rename(columns={"quantity": "units"})
    t = t.fillna({"units": 0, "revenue_cents": 0}).astype({"units": "int64", "revenue_cents": "int64"})
    t = t.sort_values(["revenue_cents", "units", "product_id"], ascending=False)
    t["position"] = t.groupby("category").cumcount() + 1
    t = t[t["position"] <= 3].sort_values(["category", "position"])
    return t[["category", "position", "product_id", "product_name", "units", "revenue_cents"]]
