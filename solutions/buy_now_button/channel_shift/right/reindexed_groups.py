# style: pandas groupby reindexed to the four pairs, then unstacked
import pandas as pd


def channel_shift(assignments, orders):
    variants = assignments.groupby("user_id")["variant"].agg(["nunique", "first"])
    arm = variants.loc[variants["nunique"] == 1, "first"]
    pairs = pd.MultiIndex.from_product(
        [["buy_now", "cart"], ["control", "treatment"]], names=["channel", "variant"]
    )
    sold = orders.assign(variant=orders["user_id"].map(arm))
    sold = sold[(sold["status"] != "cancelled") & sold["variant"].notna()]
    grouped = sold.groupby(["channel", "variant"])
    users = pairs.get_level_values("variant").map(arm.value_counts())
    count = grouped.size().reindex(pairs, fill_value=0)
    money = grouped["amount"].sum().reindex(pairs, fill_value=0.0)
    orders_1k = (1000 * count / users).unstack().astype(float)
    money_1k = (1000 * money / users).unstack().astype(float)
    items = grouped["items"].mean().reindex(pairs).unstack()
    table = pd.DataFrame(
        {
            "orders_1k_control": orders_1k["control"],
            "orders_1k_treatment": orders_1k["treatment"],
            "items_per_order_control": items["control"],
            "items_per_order_treatment": items["treatment"],
            "revenue_1k_change": money_1k["treatment"] - money_1k["control"],
        }
    )
    return table.reset_index()
