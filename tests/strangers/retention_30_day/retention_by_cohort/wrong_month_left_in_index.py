# cohort_month stays in the index: the column is missing
import pandas as pd


def retention_by_cohort(customers, visits, params):
    c = customers.dropna(subset=["signup_ts"]).assign(t=lambda x: x.signup_ts.dt.normalize() + pd.Timedelta(days=30))
    seen = set(zip(visits.customer_id, visits.visit_ts.dt.normalize()))
    c["ok"] = c.t <= params.as_of[0]
    c["hit"] = [bool(o) and (a, b) in seen for a, b, o in zip(c.customer_id, c.t, c.ok)]
    c["cohort_month"] = c.signup_ts.dt.to_period("M").dt.to_timestamp()
    g = c.groupby("cohort_month").agg(signups=("ok", "size"), eligible=("ok", "sum"), retained=("hit", "sum"))
    return g.assign(retention=g.retained / g.eligible)
