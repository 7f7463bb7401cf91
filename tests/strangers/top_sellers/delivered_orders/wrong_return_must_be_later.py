# Slip: a 'returned' row undoes the order only when its status_ts is later than that of the last 'delivered' row, although status_ts must not be looked at (missing times let returned orders through).
import pandas as pd


def delivered_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0]
    d = deliveries.dropna(subset=["order_id"]).astype({"order_id": "int64"})
    done = d[d["status"] == "delivered"].groupby("order_id", as_index=False)["status_ts"].max()
    back = d[d["status"] == "returned"].groupby("order_id", as_index=False)["status_ts"].max()
    both = done.merge(back, on="order_id", suffixes=("_done", "_back"))
    undone = both.loc[both["status_ts_back"] > both["status_ts_done"], "order_id"]
    day = orders["order_ts"].dt.normalize()
    keep = (
        day.between(as_of - pd.Timedelta(days=29), as_of)
        & orders["order_id"].isin(done["order_id"])
        & ~orders["order_id"].isin(undone)
    )
    out = pd.DataFrame({"order_id": orders.loc[keep, "order_id"], "order_date": day[keep]})
    return out.sort_values("order_id", ignore_index=True)
