import pandas as pd


def good_orders(orders, deliveries, params):
    as_of = params["as_of"].iloc[0]
    day = orders["order_ts"].dt.normalize()
    o = orders.loc[(day >= as_of - pd.Timedelta(days=29)) & (day <= as_of), "order_id"]
    has = set(deliveries.loc[deliveries["status"] == "delivered", "order_id"].dropna())
    back = set(deliveries.loc[deliveries["status"] == "returned", "order_id"].dropna())
    return o[o.isin(has - back)]


from decimal import Decimal


def top_sellers(products, orders, order_items, deliveries, params):
    good = set(good_orders(orders, deliveries, params))
    sold = {}
    for oid, pid, n in order_items[["order_id", "product_id", "quantity"]].to_numpy().tolist():
        if oid in good:
            sold[pid] = sold.get(pid, 0) + n
    rows = []
    for cat in sorted(set(products["category"])):
        p = products[products["category"] == cat].set_index("product_id")["product_name"]
        s = pd.Series({k: sold[k] for k in p.index if k in sold}, dtype="int64")
        for pid, n in s.nlargest(3, keep="all").items():
            rank = 1 + int((s > n).sum())
            rows.append((cat, rank, pid, p[pid], Decimal(n)))
    rows.sort(key=lambda r: r[:3])
    return pd.DataFrame(rows, columns=["category", "rank", "product_id", "product_name", "units"])
