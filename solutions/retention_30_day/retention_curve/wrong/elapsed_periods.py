# The days are counted as elapsed periods of 24 hours. A late-evening signup and a visit the next morning are one
# date apart, but not one such period. Cut both times to their dates first, then subtract.
# rule: day_n
import numpy as np
import pandas as pd


def retention_curve(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.dropna(subset="signup_ts")
    days_seen = (as_of - signups["signup_ts"].dt.normalize()).dt.days.to_numpy()
    pairs = signups.merge(visits[visits["visit_ts"].dt.normalize() <= as_of], on="customer_id")
    pairs["day"] = (pairs["visit_ts"] - pairs["signup_ts"]).dt.days
    days = np.arange(31)
    curve = pd.DataFrame({"day": days, "eligible": (days_seen[:, None] >= days).sum(axis=0)})
    retained = pairs.groupby("day")["customer_id"].nunique()
    curve["retained"] = retained.reindex(days, fill_value=0).to_numpy()
    curve["retention"] = curve["retained"] / curve["eligible"]
    return curve
