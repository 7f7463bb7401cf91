# The days are counted as elapsed periods of 24 hours. A late-evening signup and an early-morning visit can be
# 30 dates apart and only 29 such periods. Cut both times to their dates first, then subtract.
# rule: day_n
import pandas as pd


def retention_by_cohort(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.dropna(subset="signup_ts")
    signup_date = signups["signup_ts"].dt.normalize()
    signups = signups.assign(
        cohort_month=signup_date.dt.to_period("M").dt.to_timestamp(),
        eligible=signup_date + pd.Timedelta(days=30) <= as_of,
    )
    pairs = signups.merge(visits, on="customer_id")
    day = (pairs["visit_ts"] - pairs["signup_ts"]).dt.days
    came = pairs.loc[day == 30, "customer_id"]
    signups["retained"] = signups["eligible"] & signups["customer_id"].isin(came)
    cohorts = signups.groupby("cohort_month", as_index=False).agg(
        signups=("customer_id", "size"), eligible=("eligible", "sum"), retained=("retained", "sum")
    )
    cohorts["retention"] = cohorts["retained"] / cohorts["eligible"]
    return cohorts
