import pandas as pd


def three_definitions(customers, visits, params):
    as_of = params["as_of"].squeeze()
    c = customers.dropna().assign(d=lambda f: f["signup_ts"].dt.normalize())
    c = c.loc[(as_of - c["d"]).dt.days >= 30]
    v = visits.dropna().assign(t=lambda f: f["visit_ts"].dt.normalize()).query("t <= @as_of")
    j = c.merge(v, how="left", left_on="customer_id", right_on="customer_id")
    j["lag"] = (j["t"] - j["d"]).dt.days
    j["on_day_30"] = j["lag"].eq(30)
    j["within_30_days"] = j["lag"].between(1, 30)
    j["day_30_or_later"] = j["lag"].ge(30)
    names = ["on_day_30", "within_30_days", "day_30_or_later"]
    per = j.groupby(["customer_id", "d"], as_index=False)[names].any()
    per["cohort_month"] = per["d"].values.astype("datetime64[M]").astype("datetime64[s]")
    out = per.groupby("cohort_month")[names].mean().astype("float64")
    out.insert(0, "eligible", per.groupby("cohort_month").size())
    return out.reset_index()
