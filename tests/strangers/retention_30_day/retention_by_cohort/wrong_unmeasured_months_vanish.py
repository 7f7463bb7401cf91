# months with nobody eligible or retained vanish
import pandas as pd


def retention_by_cohort(customers, visits, params):
    c = customers.assign(t=customers.signup_ts.dt.normalize() + pd.Timedelta("30D"))
    c["cohort_month"] = c.signup_ts.dt.to_period("M").dt.start_time
    v = visits.assign(t=visits.visit_ts.dt.normalize()).dropna()[["customer_id", "t"]].drop_duplicates()
    n = c.groupby("cohort_month").size().rename("signups")
    old = c[c.t <= params.as_of[0]]
    e = old.groupby("cohort_month").size().rename("eligible")
    r = old.merge(v.astype({"customer_id": "int64"})).groupby("cohort_month").size().rename("retained")
    out = pd.concat([n, e, r], axis=1, join="inner").reset_index().sort_values("cohort_month")
    out["retention"] = out.retained / out.eligible
    return out
