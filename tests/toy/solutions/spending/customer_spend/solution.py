def customer_spend(customers, orders, params):
    seen = orders[orders["ordered_on"] <= params["as_of"].iloc[0]]
    spent = seen.groupby("customer_id").agg(orders=("order_id", "count"), spend=("amount", "sum"))
    return (
        customers[["customer_id"]]
        .merge(spent.reset_index(), on="customer_id", how="left")
        .fillna({"orders": 0, "spend": 0})
        .sort_values("customer_id")
    )
