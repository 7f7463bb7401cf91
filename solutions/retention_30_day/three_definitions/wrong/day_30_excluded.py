# within_30_days stops at day 29. Day 30 belongs to it, so it can never be below on_day_30: ask for
# day >= 1 and day <= 30 (a range(1, 30) ends a day early).
# rule: definitions
import pandas as pd


def three_definitions(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.assign(signup_date=customers["signup_ts"].dt.normalize())
    eligible = signups[signups["signup_date"] + pd.Timedelta(days=30) <= as_of]
    pairs = eligible.merge(visits[visits["visit_ts"].dt.normalize() <= as_of], on="customer_id")
    day = (pairs["visit_ts"].dt.normalize() - pairs["signup_date"]).dt.days
    people = eligible["customer_id"]
    flags = pd.DataFrame(
        {
            "cohort_month": eligible["signup_date"].dt.to_period("M").dt.to_timestamp(),
            "on_day_30": people.isin(pairs.loc[day == 30, "customer_id"]),
            "within_30_days": people.isin(pairs.loc[day.isin(range(1, 30)), "customer_id"]),
            "day_30_or_later": people.isin(pairs.loc[day >= 30, "customer_id"]),
        }
    )
    cohorts = flags.groupby("cohort_month")
    shares = cohorts.mean()
    shares.insert(0, "eligible", cohorts.size())
    return shares.reset_index()
