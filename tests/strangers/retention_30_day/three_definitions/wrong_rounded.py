# shares are rounded to two digits
import pandas as pd


def three_definitions(customers, visits, params):
    as_of = params["as_of"][0]
    c = customers.assign(d=customers["signup_ts"].dt.normalize())
    c = c[c["d"] + pd.Timedelta("30D") <= as_of]
    v = visits.dropna().assign(t=lambda f: f["visit_ts"].dt.normalize())
    j = c.merge(v[v["t"] <= as_of], on="customer_id", how="left")
    lag = (j["t"] - j["d"]).dt.days
    j = j.assign(on_day_30=lag == 30, within_30_days=(lag > 0) & (lag < 31), day_30_or_later=lag > 29, cohort_month=j["d"].dt.to_period("M").dt.to_timestamp())
    per = j.groupby(["cohort_month", "customer_id"])[["on_day_30", "within_30_days", "day_30_or_later"]].max()
    out = per.groupby("cohort_month").mean().astype(float).round(2)
    out["eligible"] = per.groupby("cohort_month").size()
    return out.reset_index()
