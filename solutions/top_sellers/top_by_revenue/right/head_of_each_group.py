# pandas with map instead of merge, head(3) per group, floats where whole numbers would do.
def top_by_revenue(products, orders, order_items, deliveries, params):
    good = delivered_orders(orders, deliveries, params)
    lines = order_items.merge(good, on="order_id")
    lines["cents"] = lines["quantity"] * lines["unit_price_cents"]
    totals = lines.groupby("product_id")[["quantity", "cents"]].sum()
    table = products.copy()
    table["units"] = table["product_id"].map(totals["quantity"]).fillna(0)
    table["revenue_cents"] = table["product_id"].map(totals["cents"]).fillna(0.0)
    table = table.sort_values("product_id").sort_values("units", ascending=False, kind="stable")
    table = table.sort_values("revenue_cents", ascending=False, kind="stable")
    table = table.sort_values("category", kind="stable").groupby("category").head(3)
    table["position"] = table.groupby("category")["product_id"].transform("cumcount") + 1
    return table[
        ["product_id", "product_name", "category", "position", "units", "revenue_cents"]
    ].reset_index(drop=True)
