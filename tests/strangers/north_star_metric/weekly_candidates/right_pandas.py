# style: pandas reindex on a Monday range
import pandas as pd

def weekly_candidates(visits, orders):
    cols = ["week_start", "active_users", "buyers", "repeat_buyers", "orders", "kept_revenue"]
    monday = lambda s: s - pd.to_timedelta(s.dt.weekday, unit="D")
    v = visits.assign(w=monday(pd.to_datetime(visits["visit_date"])))
    o = orders.assign(w=monday(pd.to_datetime(orders["order_date"])))
    every = pd.concat([v["w"], o["w"]])
    if every.empty:
        return pd.DataFrame({c: pd.Series(dtype="datetime64[ns]" if c == "week_start" else float) for c in cols})
    weeks = pd.date_range(every.min(), every.max(), freq="7D")
    good = o[o["status"] != "cancelled"]
    per_user = good.groupby(["w", "user_id"]).size()
    out = pd.DataFrame(index=weeks)
    out["active_users"] = v.groupby("w")["user_id"].nunique()
    out["buyers"] = per_user.groupby("w").size()
    out["repeat_buyers"] = per_user[per_user >= 2].groupby("w").size()
    out["orders"] = good.groupby("w").size()
    out["kept_revenue"] = o[o["status"] == "delivered"].groupby("w")["amount"].sum()
    return out.fillna(0).rename_axis("week_start").reset_index()[cols]
