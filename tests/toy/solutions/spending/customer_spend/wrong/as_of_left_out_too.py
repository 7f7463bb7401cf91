# as_of is cut off too early.
# rule: seen
# same as: as_of_left_out
def customer_spend(customers, orders, params):
    seen = orders[orders["ordered_on"] < params["as_of"].iloc[0]]
    spent = seen.groupby("customer_id").agg(orders=("order_id", "count"), spend=("amount", "sum"))
    every = customers[["customer_id"]].merge(spent.reset_index(), on="customer_id", how="left")
    return every.fillna({"orders": 0, "spend": 0}).sort_values("customer_id")
