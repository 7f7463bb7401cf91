# the same month of two years becomes one cohort (its first year is shown)
import pandas as pd


def retention_by_cohort(customers, visits, params):
    c = customers.dropna(subset=["signup_ts"]).assign(t=lambda x: x.signup_ts.dt.normalize() + pd.Timedelta(days=30))
    seen = set(zip(visits.customer_id, visits.visit_ts.dt.normalize()))
    c["ok"] = c.t <= params.as_of[0]
    c["hit"] = [bool(o) and (a, b) in seen for a, b, o in zip(c.customer_id, c.t, c.ok)]
    c["m"] = c.signup_ts.dt.month
    c["cohort_month"] = c.signup_ts.dt.to_period("M").dt.to_timestamp()
    g = c.groupby("m").agg(cohort_month=("cohort_month", "min"), signups=("ok", "size"), eligible=("ok", "sum"), retained=("hit", "sum"))
    g["retention"] = g.retained / g.eligible
    return g.sort_values("cohort_month")
