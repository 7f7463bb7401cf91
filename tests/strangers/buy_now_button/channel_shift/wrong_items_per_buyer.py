# slip: mean over buyers of their own mean items instead of mean over orders; differs: control user 1 with cart orders of 1 and 1 items, user 2 with one of 4 (2.5 instead of 2)
import pandas as pd

def channel_shift(assignments, orders):
    a = assignments[["user_id", "variant"]].drop_duplicates()
    a = a[~a["user_id"].duplicated(keep=False)]
    kept = orders[orders["status"] != "cancelled"].merge(a, on="user_id", how="inner")
    arms = ("control", "treatment")
    n = {v: int((a["variant"] == v).sum()) for v in arms}
    out = []
    for ch in ("buy_now", "cart"):
        row = {"channel": ch}
        rev = {}
        for v in arms:
            x = kept[(kept["variant"] == v) & (kept["channel"] == ch)]
            row[f"orders_1k_{v}"] = 1000 * len(x) / n[v] if n[v] else None
            row[f"items_per_order_{v}"] = float(x.groupby("user_id")["items"].mean().mean()) if len(x) else None
            rev[v] = 1000 * float(x["amount"].sum()) / n[v] if n[v] else None
        row["revenue_1k_change"] = None if None in rev.values() else rev["treatment"] - rev["control"]
        out.append(row)
    return pd.DataFrame(out, columns=["channel", "orders_1k_control", "orders_1k_treatment",
                                      "items_per_order_control", "items_per_order_treatment", "revenue_1k_change"])
