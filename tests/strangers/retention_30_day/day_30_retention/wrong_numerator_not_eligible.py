# Slip: the numerator counts every customer with a day-30 visit, also those whose day 30 lies after as_of and who are not in the denominator.
import pandas as pd


def day_30_retention(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    c = customers.dropna(subset=["signup_ts"])[["customer_id", "signup_ts"]]
    c = c.assign(day=c["signup_ts"].dt.normalize())
    v = visits.dropna()[["customer_id", "visit_ts"]].astype({"customer_id": "int64"})
    j = c.merge(v, on="customer_id")
    n_days = (j["visit_ts"].dt.normalize() - j["day"]).dt.days
    retained = j.loc[n_days == 30, "customer_id"].nunique()
    eligible = int(((as_of - c["day"]).dt.days >= 30).sum())
    rate = retained / eligible if eligible else float("nan")
    return pd.DataFrame([{"eligible": eligible, "retained": retained, "retention": rate}])
