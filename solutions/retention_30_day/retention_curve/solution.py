import numpy as np
import pandas as pd


def retention_curve(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    days = np.arange(31)

    signups = customers.dropna(subset="signup_ts")
    signups = signups.assign(signup_date=signups["signup_ts"].dt.normalize())

    # A table of customers x days: has this customer reached that day? Column sums are the denominators.
    days_seen = (as_of - signups["signup_date"]).dt.days.to_numpy()
    eligible = (days_seen[:, None] >= days).sum(axis=0)

    pairs = signups.merge(visits, on="customer_id")
    visit_date = pairs["visit_ts"].dt.normalize()
    pairs = pairs.assign(day=(visit_date - pairs["signup_date"]).dt.days)[visit_date <= as_of]

    # One row per customer and day, however often the customer came; reindex fills in the empty days.
    once = pairs.drop_duplicates(["customer_id", "day"])
    retained = once["day"].value_counts().reindex(days, fill_value=0)

    curve = pd.DataFrame({"day": days, "eligible": eligible, "retained": retained.to_numpy()})
    curve["retention"] = curve["retained"] / curve["eligible"]
    return curve
