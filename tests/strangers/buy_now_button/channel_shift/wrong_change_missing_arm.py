# slip: the revenue of an arm without users is taken as 0, so the change is a number instead of NULL; differs: assignments (1,control) only, user 1 one cart order of 10 (change -10000 instead of NULL)
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
            row[f"items_per_order_{v}"] = float(x["items"].mean()) if len(x) else None
            rev[v] = 1000 * float(x["amount"].sum()) / n[v] if n[v] else 0.0
        row["revenue_1k_change"] = rev["treatment"] - rev["control"]
        out.append(row)
    return pd.DataFrame(out, columns=["channel", "orders_1k_control", "orders_1k_treatment",
                                      "items_per_order_control", "items_per_order_treatment", "revenue_1k_change"])
