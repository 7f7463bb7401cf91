# The curve stops at day 29: range(30) and range(0, 30) leave out their end. The rows are day = 0 to 30, so write
# range(31).
# rule: days
import pandas as pd


def retention_curve(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.dropna(subset="signup_ts")
    signup_date = signups["signup_ts"].dt.normalize()
    signups = signups.assign(signup_date=signup_date, days_seen=(as_of - signup_date).dt.days)
    pairs = signups.merge(visits, on="customer_id")
    pairs["day"] = (pairs["visit_ts"].dt.normalize() - pairs["signup_date"]).dt.days
    pairs = pairs[pairs["day"] <= pairs["days_seen"]]
    rows = []
    for day in range(30):
        eligible = int((signups["days_seen"] >= day).sum())
        retained = pairs.loc[pairs["day"] == day, "customer_id"].nunique()
        rows.append((day, eligible, retained, retained / eligible if eligible else None))
    return pd.DataFrame(rows, columns=["day", "eligible", "retained", "retention"])
