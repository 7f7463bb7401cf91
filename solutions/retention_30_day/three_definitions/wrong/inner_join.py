# Customers without a visit are lost in an inner join, from the denominator too. Those who never came back are
# exactly the ones retention must count: keep all eligible customers, with a left join from them to the visits.
# rule: cohorts
import pandas as pd


def three_definitions(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.assign(signup_date=customers["signup_ts"].dt.normalize())
    eligible = signups[signups["signup_date"] + pd.Timedelta(days=30) <= as_of]
    pairs = eligible.merge(visits, on="customer_id")
    pairs = pairs[pairs["visit_ts"].dt.normalize() <= as_of]
    day = (pairs["visit_ts"].dt.normalize() - pairs["signup_date"]).dt.days
    pairs = pairs.assign(
        cohort_month=pairs["signup_date"].dt.to_period("M").dt.to_timestamp(),
        on_day_30=day == 30,
        within_30_days=day.between(1, 30),
        day_30_or_later=day >= 30,
    )
    definitions = ["on_day_30", "within_30_days", "day_30_or_later"]
    people = pairs.groupby(["cohort_month", "customer_id"])[definitions].any()
    cohorts = people.groupby("cohort_month")
    shares = cohorts.mean()
    shares.insert(0, "eligible", cohorts.size())
    return shares.reset_index()
