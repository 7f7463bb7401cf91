# Slip: cohorts are grouped by month number alone (dated by the month's first occurrence), so the same month of two years becomes one cohort.
import pandas as pd


def retention_by_cohort(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    c = customers.dropna(subset=["signup_ts"]).copy()
    c["d"] = c["signup_ts"].dt.normalize()
    c["eligible"] = c["d"] + pd.Timedelta(days=30) <= as_of
    v = visits.dropna(subset=["customer_id", "visit_ts"])
    seen = set(zip(v["customer_id"].astype("int64"), v["visit_ts"].dt.normalize()))
    c["retained"] = [
        bool(e) and (i, d + pd.Timedelta(days=30)) in seen
        for i, d, e in zip(c["customer_id"], c["d"], c["eligible"])
    ]
    c["month_start"] = c["d"].dt.to_period("M").dt.to_timestamp()
    g = c.groupby(c["d"].dt.month).agg(
        cohort_month=("month_start", "min"),
        signups=("customer_id", "count"),
        eligible=("eligible", "sum"),
        retained=("retained", "sum"),
    )
    g["retention"] = g["retained"].astype(float) / g["eligible"].where(g["eligible"] > 0).astype(float)
    return g.sort_values("cohort_month").reset_index(drop=True)
