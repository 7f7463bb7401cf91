# The counts of day 0 are right, but its retention is set to 1.0. Signing up is not a visit: divide retained by
# eligible on day 0 as on every other day.
# rule: day_0
import numpy as np
import pandas as pd


def retention_curve(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    days = np.arange(31)
    signups = customers.dropna(subset="signup_ts")
    signup_date = signups["signup_ts"].dt.normalize()
    signups = signups.assign(signup_date=signup_date, days_seen=(as_of - signup_date).dt.days)
    pairs = signups.merge(visits, on="customer_id")
    pairs["day"] = (pairs["visit_ts"].dt.normalize() - pairs["signup_date"]).dt.days
    pairs = pairs[pairs["day"] <= pairs["days_seen"]]
    eligible = (signups["days_seen"].to_numpy()[:, None] >= days).sum(axis=0)
    retained = pairs.groupby("day")["customer_id"].nunique().reindex(days, fill_value=0).to_numpy()
    curve = pd.DataFrame({"day": days, "eligible": eligible, "retained": retained})
    curve["retention"] = curve["retained"] / curve["eligible"]
    curve.loc[(curve["day"] == 0) & (curve["eligible"] > 0), "retention"] = 1.0
    return curve
