import pandas as pd


def spend_shares(customers, orders, params):
    last = params["as_of"].iloc[0]
    spent = dict.fromkeys(customers["customer_id"], 0.0)
    for order in orders.itertuples():
        known = not pd.isna(order.customer_id) and order.customer_id in spent
        if known and order.ordered_on <= last and not pd.isna(order.amount):
            spent[order.customer_id] += order.amount
    total = sum(spent.values())
    shares = [spend / total if total else None for spend in spent.values()]
    return pd.DataFrame({"name": customers["name"].tolist(), "share": shares})
