# style: pandas weekly periods, every number reindexed to the full range of weeks
import pandas as pd


def weekly_candidates(visits, orders):
    v, o = visits["visit_date"].dt.to_period("W"), orders["order_date"].dt.to_period("W")
    both = pd.concat([v, o])
    names = ["week_start", "active_users", "buyers", "repeat_buyers", "orders", "kept_revenue"]
    if both.empty:
        return pd.DataFrame(columns=names)
    weeks = pd.period_range(both.min(), both.max(), freq="W")
    sold = orders.assign(w=o).query("status != 'cancelled'")
    size = sold.pivot_table(index="user_id", columns="w", values="order_id", aggfunc="count")
    size = size.reindex(columns=weeks).fillna(0)
    kept = sold["amount"].where(sold["status"].eq("delivered"), 0.0).groupby(sold["w"]).sum()
    table = pd.DataFrame(
        {
            "active_users": visits.drop_duplicates().assign(w=v).groupby("w")["user_id"].nunique(),
            "buyers": (size > 0).sum(),
            "repeat_buyers": (size > 1).sum(),
            "orders": size.sum(),
            "kept_revenue": kept,
        },
        index=weeks,
    )
    table = table.fillna(0).rename_axis("week_start").reset_index()
    return table.assign(week_start=table["week_start"].dt.start_time)
