def arm_summary(assignments, clicks, orders):
    # Who is still there twice has two variants.
    arms = assignments.drop_duplicates().drop_duplicates("user_id", keep=False)
    kept = orders[orders["status"] != "cancelled"]
    amounts = kept.groupby("user_id")["amount"]

    who = arms["user_id"]
    users = arms.assign(
        clicked=who.isin(clicks["user_id"]),
        bought=who.isin(kept["user_id"]),
        placed=who.map(amounts.size()),
        spent=who.map(amounts.sum()).fillna(0),
    )
    table = users.groupby("variant").agg(
        users=("user_id", "size"),
        clickers=("clicked", "sum"),
        ctr=("clicked", "mean"),
        buyers=("bought", "sum"),
        orders=("placed", "sum"),
        revenue=("spent", "sum"),
        revenue_per_user=("spent", "mean"),
    )
    table["aov"] = table["revenue"] / table["orders"]  # 0/0 is NaN: undefined
    return table.reset_index()
