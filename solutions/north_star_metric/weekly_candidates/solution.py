import pandas as pd


def weekly_candidates(visits, orders):
    def monday(days):
        return days - pd.to_timedelta(days.dt.dayofweek, unit="D")

    visits = visits.assign(week_start=monday(visits["visit_date"]))
    orders = orders.assign(week_start=monday(orders["order_date"]))

    # Every week between the ends, and those of cancelled orders are ends too.
    seen = pd.concat([visits["week_start"], orders["week_start"]])
    weeks = pd.date_range(seen.min(), seen.max(), freq="7D") if len(seen) else seen

    bought = orders[orders["status"] != "cancelled"]
    kept = bought[bought["status"] == "delivered"]
    per_user = bought.groupby(["week_start", "user_id"]).size()
    by_week = {
        "active_users": visits.groupby("week_start")["user_id"].nunique(),
        "buyers": per_user.groupby("week_start").size(),
        "repeat_buyers": (per_user >= 2).groupby("week_start").sum(),
        "orders": per_user.groupby("week_start").sum(),
        "kept_revenue": kept.groupby("week_start")["amount"].sum(),
    }
    table = pd.DataFrame({"week_start": weeks})
    for name, numbers in by_week.items():
        table[name] = table["week_start"].map(numbers).fillna(0)
    return table
