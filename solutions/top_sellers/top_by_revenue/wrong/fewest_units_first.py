# Products level on revenue stand with the fewest units first. It is the other way round: more
# units win, and only then the smaller product_id.
# rule: position


def top_by_revenue(products, orders, order_items, deliveries, params):
    good = delivered_orders(orders, deliveries, params)
    lines = order_items[order_items["order_id"].isin(good["order_id"])]
    lines = lines.assign(revenue_cents=lines["quantity"] * lines["unit_price_cents"])
    sales = lines.groupby("product_id", as_index=False).agg(
        units=("quantity", "sum"), revenue_cents=("revenue_cents", "sum")
    )
    shelf = products.merge(sales, on="product_id", how="left")
    shelf = shelf.fillna({"units": 0, "revenue_cents": 0})
    shelf = shelf.astype({"units": "int64", "revenue_cents": "int64"})
    shelf = shelf.sort_values(
        ["category", "revenue_cents", "units", "product_id"],
        ascending=[True, False, True, True],
    )
    shelf["position"] = shelf.groupby("category").cumcount() + 1
    return shelf.loc[
        shelf["position"] <= 3,
        ["category", "position", "product_id", "product_name", "units", "revenue_cents"],
    ]
