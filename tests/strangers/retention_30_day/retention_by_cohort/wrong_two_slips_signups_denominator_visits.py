# Two slips: retained counts day-30 visit rows instead of customers, and retention divides by all signups of the month instead of the eligible ones.
import pandas as pd


def retention_by_cohort(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    c = customers.loc[customers["signup_ts"].notna(), ["customer_id", "signup_ts"]].copy()
    c["d"] = c["signup_ts"].dt.normalize()
    c["eligible"] = (c["d"] + pd.Timedelta(days=30) <= as_of).astype("int64")
    v = visits.dropna(subset=["customer_id", "visit_ts"]).astype({"customer_id": "int64"})
    v = v.merge(c, on="customer_id")
    v = v[(v["visit_ts"].dt.normalize() - v["d"]).dt.days == 30]
    n = v.groupby("customer_id").size()
    c["retained"] = c["customer_id"].map(n).fillna(0).astype("int64") * c["eligible"]
    c["cohort_month"] = c["d"].dt.to_period("M").dt.to_timestamp()
    out = c.groupby("cohort_month").agg(
        signups=("customer_id", "size"), eligible=("eligible", "sum"), retained=("retained", "sum")
    )
    out["retention"] = (out["retained"] / out["signups"]).where(out["eligible"] > 0)
    return out.reset_index().sort_values("cohort_month")
