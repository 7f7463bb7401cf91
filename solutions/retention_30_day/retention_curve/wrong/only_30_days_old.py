# Only customers who are at least 30 days old take part, on every day. A customer of ten days has told us about the
# days 0 to 10 already; leaving that out wastes data. Each day n has its own eligible customers.
# rule: own_denominator
import numpy as np
import pandas as pd


def retention_curve(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    days = np.arange(31)
    signups = customers.assign(signup_date=customers["signup_ts"].dt.normalize())
    old = signups[signups["signup_date"] + pd.Timedelta(days=30) <= as_of]
    pairs = old.merge(visits, on="customer_id")
    pairs["day"] = (pairs["visit_ts"].dt.normalize() - pairs["signup_date"]).dt.days
    retained = pairs.groupby("day")["customer_id"].nunique().reindex(days, fill_value=0)
    curve = pd.DataFrame({"day": days, "eligible": len(old), "retained": retained.to_numpy()})
    curve["retention"] = curve["retained"] / curve["eligible"]
    return curve
