import math

import pandas as pd


def channel_shift(assignments, orders):
    # Who is still there twice has two variants.
    arms = assignments.drop_duplicates().drop_duplicates("user_id", keep=False)
    users = arms["variant"].value_counts()
    kept = orders[orders["status"] != "cancelled"].merge(arms, on="user_id")

    rows = []
    for channel in ("buy_now", "cart"):
        row, revenue = {"channel": channel}, {}
        for variant in ("control", "treatment"):
            sold = kept[(kept["channel"] == channel) & (kept["variant"] == variant)]
            thousands = users.get(variant, math.nan) / 1000
            row[f"orders_1k_{variant}"] = len(sold) / thousands
            row[f"items_per_order_{variant}"] = sold["items"].mean()
            revenue[variant] = sold["amount"].sum() / thousands
        row["revenue_1k_change"] = revenue["treatment"] - revenue["control"]
        rows.append(row)
    return pd.DataFrame(rows)
