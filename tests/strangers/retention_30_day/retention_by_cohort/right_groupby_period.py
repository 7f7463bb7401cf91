import pandas as pd


def retention_by_cohort(customers, visits, params):
    as_of = params.loc[0, "as_of"]
    c = customers[customers["signup_ts"].notna()].copy()
    c["day30"] = c["signup_ts"].dt.normalize() + pd.DateOffset(days=30)
    c["cohort_month"] = c["signup_ts"].dt.to_period("M").dt.to_timestamp()
    c["ok"] = c["day30"].le(as_of)
    v = visits.dropna()
    keys = pd.MultiIndex.from_arrays([v["customer_id"].astype("int64"), v["visit_ts"].dt.normalize()])
    c["hit"] = pd.MultiIndex.from_frame(c[["customer_id", "day30"]]).isin(keys) & c["ok"]
    g = c.groupby("cohort_month").agg(signups=("ok", "size"), eligible=("ok", "sum"), retained=("hit", "sum")).reset_index()
    g["retention"] = g["retained"].div(g["eligible"])
    return g.set_index(pd.Index(range(100, 100 + len(g))))
