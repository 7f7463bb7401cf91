def top_by_revenue(products, orders, order_items, deliveries, params):
    counting = delivered_orders(orders, deliveries, params)["order_id"]
    lines = order_items[order_items["order_id"].isin(counting)]
    sales = (
        lines.assign(revenue_cents=lines["quantity"] * lines["unit_price_cents"])
        .groupby("product_id")[["quantity", "revenue_cents"]]
        .sum()
        .rename(columns={"quantity": "units"})
        # One entry for every product: 0 where nothing sold; ids not in products drop out.
        .reindex(products["product_id"], fill_value=0)
        .reset_index()
    )
    shelf = products.merge(sales, on="product_id", validate="one_to_one").sort_values(
        ["category", "revenue_cents", "units", "product_id"],
        ascending=[True, False, False, True],
    )
    shelf["position"] = shelf.groupby("category").cumcount() + 1
    columns = ["category", "position", "product_id", "product_name", "units", "revenue_cents"]
    return shelf.loc[shelf["position"] <= 3, columns]
