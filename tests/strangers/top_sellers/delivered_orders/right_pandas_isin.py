import pandas as pd


def delivered_orders(orders, deliveries, params):
    last = params["as_of"].iloc[0]
    d = deliveries.dropna(subset=["order_id"])
    delivered = set(d.loc[d["status"].eq("delivered"), "order_id"].astype("int64"))
    returned = set(d.loc[d["status"].eq("returned"), "order_id"].astype("int64"))
    good = delivered - returned
    o = orders[orders["order_ts"].notna()]
    day = o["order_ts"].dt.normalize()
    keep = (day >= last - pd.Timedelta(days=29)) & (day <= last) & o["order_id"].isin(good)
    return (
        pd.DataFrame({"order_id": o.loc[keep, "order_id"], "order_date": day[keep]})
        .sort_values("order_id")
        .reset_index(drop=True)
    )
