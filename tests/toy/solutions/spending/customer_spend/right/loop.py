import pandas as pd


def customer_spend(customers, orders, params):
    as_of = params["as_of"].iloc[0]
    rows = []
    for customer in sorted(customers["customer_id"]):
        mine = orders[(orders["customer_id"] == customer) & (orders["ordered_on"] <= as_of)]
        rows.append((float(mine["amount"].sum()), len(mine), customer))
    return pd.DataFrame(rows, columns=["spend", "orders", "customer_id"])
