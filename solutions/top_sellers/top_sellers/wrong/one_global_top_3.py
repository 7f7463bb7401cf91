# The products are ranked once over the whole store, so strong categories fill the list and
# others vanish. Rank inside each category: groupby("category") before rank, in SQL PARTITION
# BY category.
# rule: rank


def top_sellers(products, orders, order_items, deliveries, params):
    good = delivered_orders(orders, deliveries, params)
    sold = (
        order_items[order_items["order_id"].isin(good["order_id"])]
        .merge(products, on="product_id")
        .groupby(["category", "product_id", "product_name"], as_index=False)["quantity"]
        .sum()
        .rename(columns={"quantity": "units"})
    )
    sold["rank"] = sold["units"].rank(method="min", ascending=False).astype(int)
    return sold[sold["rank"] <= 3].sort_values(["category", "rank", "product_id"])
