import pandas as pd


def delivered_orders(orders, deliveries, params):
    # First bring the deliveries down to one row per order: two facts about it.
    # (groupby leaves out the rows without an order_id.)
    facts = (
        deliveries.assign(
            delivered=deliveries["status"].eq("delivered"),
            returned=deliveries["status"].eq("returned"),
        )
        .groupby("order_id")[["delivered", "returned"]]
        .any()
    )
    successful = facts.index[facts["delivered"] & ~facts["returned"]]

    last_day = params["as_of"].iloc[0]
    first_day = last_day - pd.Timedelta(days=29)
    dated = orders.assign(order_date=orders["order_ts"].dt.normalize())
    counts = dated["order_date"].between(first_day, last_day)  # a missing date is not between
    counts &= dated["order_id"].isin(successful)
    return dated.loc[counts, ["order_id", "order_date"]].sort_values("order_id")
