import pandas as pd


def spend_shares(customers, orders, params):
    seen = orders[orders["ordered_on"] <= params["as_of"].iloc[0]]
    spent = seen.groupby("customer_id")["amount"].sum()
    spend = customers["customer_id"].map(spent).fillna(0)
    total = spend.sum()
    share = spend / (total or float("nan"))
    return pd.DataFrame({"name": customers["name"], "share": share})
