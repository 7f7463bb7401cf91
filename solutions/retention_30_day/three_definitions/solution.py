import pandas as pd


def three_definitions(customers, visits, params):
    as_of = params["as_of"].iloc[0]

    signups = customers.assign(signup_date=customers["signup_ts"].dt.normalize())
    eligible = signups[signups["signup_date"] + pd.Timedelta(days=30) <= as_of]

    pairs = eligible.merge(visits, on="customer_id")
    visit_date = pairs["visit_ts"].dt.normalize()
    pairs = pairs.assign(day=(visit_date - pairs["signup_date"]).dt.days)[visit_date <= as_of]

    # Three sets of customers, one for each definition; a set has no fan-out.
    def visited(days):
        return eligible["customer_id"].isin(pairs.loc[days, "customer_id"])

    flags = pd.DataFrame(
        {
            "cohort_month": eligible["signup_date"].dt.to_period("M").dt.to_timestamp(),
            "on_day_30": visited(pairs["day"] == 30),
            "within_30_days": visited(pairs["day"].between(1, 30)),
            "day_30_or_later": visited(pairs["day"] >= 30),
        }
    )
    cohorts = flags.groupby("cohort_month")
    shares = cohorts.mean()
    shares.insert(0, "eligible", cohorts.size())
    return shares.reset_index()
