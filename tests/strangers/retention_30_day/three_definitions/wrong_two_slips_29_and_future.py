# Two slips: within_30_days ends before day 30 (1..29), and visits dated after as_of are counted.
import pandas as pd


def three_definitions(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    c = customers.dropna(subset=["signup_ts"]).copy()
    c["d"] = c["signup_ts"].dt.normalize()
    c = c[(as_of - c["d"]).dt.days >= 30]
    v = visits.dropna().astype({"customer_id": "int64"})
    j = c.merge(v, on="customer_id", how="left")
    age = (j["visit_ts"].dt.normalize() - j["d"]).dt.days
    j["on_day_30"] = age == 30
    j["within_30_days"] = age.isin(range(1, 30))
    j["day_30_or_later"] = age >= 30
    flags = ["on_day_30", "within_30_days", "day_30_or_later"]
    per = j.groupby(["customer_id", "d"])[flags].any().reset_index()
    per["cohort_month"] = per["d"].dt.to_period("M").dt.start_time
    per[flags] = per[flags].astype(float)
    g = per.groupby("cohort_month")
    out = g[flags].mean()
    out.insert(0, "eligible", g.size())
    return out.reset_index()
