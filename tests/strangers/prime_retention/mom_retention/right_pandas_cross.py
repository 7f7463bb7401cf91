# pandas cross merge, Int64 and Float64 extension dtypes, odd column order
import pandas as pd


def mom_retention(prime_memberships, params):
    p = prime_memberships[["customer_id", "start_date", "end_date"]].copy()
    p["end_date"] = p["end_date"].fillna(pd.Timestamp("2200-01-01"))
    p = p[p.customer_id.notna() & p.start_date.notna() & (p.start_date < p.end_date)]
    cols = ["retention", "retained", "members_prev", "month"]
    if not len(p):
        return pd.DataFrame(columns=cols)
    stop = params.as_of.iloc[0]
    cal = pd.DataFrame(
        {"month": pd.date_range(p.start_date.min().to_period("M").to_timestamp(), stop, freq="MS")}
    )
    cal["next"] = cal.month + pd.DateOffset(months=1)
    cal = cal[cal.next <= stop + pd.Timedelta(days=1)]
    cm = cal.merge(p, how="cross")
    cm = cm[(cm.start_date < cm.next) & (cm.end_date > cm.month)][
        ["month", "next", "customer_id"]
    ].drop_duplicates()
    now = cm.groupby("month").customer_id.nunique()
    both = cm[["next", "customer_id"]].merge(
        cm[["month", "customer_id"]],
        left_on=["next", "customer_id"],
        right_on=["month", "customer_id"],
    )
    kept = both.groupby("month").size()
    out = cal[["month"]].copy()
    out["members_prev"] = out.month.map(now).fillna(0).shift(1).astype("Int64")
    out["retained"] = out.month.map(kept).fillna(0).astype("Int64")
    out["retention"] = (out.retained / out.members_prev.replace(0, pd.NA)).astype("Float64")
    return out.iloc[1:][cols]
