# 0 for an empty denominator
import pandas as pd


def day_30_retention(customers, visits, params):
    end = params.as_of[0]
    c = customers.assign(visit_day=customers.signup_ts.dt.normalize() + pd.DateOffset(days=30))
    c = c[c.visit_day <= end]
    v = visits.assign(visit_day=visits.visit_ts.dt.normalize())[["customer_id", "visit_day"]].dropna().drop_duplicates()
    k = len(c.merge(v.astype({"customer_id": "int64"})))
    return pd.DataFrame({"eligible": [len(c)], "retained": [k], "retention": [k / max(len(c), 1)]})
