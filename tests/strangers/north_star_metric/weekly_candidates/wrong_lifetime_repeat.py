# slip: a repeat buyer is anyone whose second order ever has happened, not two orders in that week
import pandas as pd

def weekly_candidates(visits, orders):
    monday = lambda s: s - pd.to_timedelta(s.dt.weekday, unit="D")
    v = visits.assign(w=monday(pd.to_datetime(visits["visit_date"])))
    o = orders.assign(w=monday(pd.to_datetime(orders["order_date"])))
    every = pd.concat([v["w"], o["w"]])
    cols = ["active_users", "buyers", "repeat_buyers", "orders", "kept_revenue"]
    if every.empty:
        return pd.DataFrame({"week_start": pd.Series(dtype="datetime64[ns]"), **{c: pd.Series(dtype=float) for c in cols}})
    out = pd.DataFrame(index=pd.date_range(every.min(), every.max(), freq="7D"))
    good = o[o["status"] != "cancelled"].sort_values(["order_date", "order_id"])
    nth = good.groupby("user_id").cumcount() + 1
    out["active_users"] = v.groupby("w")["user_id"].nunique()
    out["buyers"] = good.groupby("w")["user_id"].nunique()
    out["repeat_buyers"] = good[nth >= 2].groupby("w")["user_id"].nunique()
    out["orders"] = good.groupby("w").size()
    out["kept_revenue"] = o[o["status"] == "delivered"].groupby("w")["amount"].sum()
    return out.fillna(0).rename_axis("week_start").reset_index()
