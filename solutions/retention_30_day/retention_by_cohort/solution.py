import pandas as pd


def retention_by_cohort(customers, visits, params):
    as_of = params["as_of"].iloc[0]

    signups = customers.dropna(subset="signup_ts")
    signups = signups.assign(
        cohort_month=signups["signup_ts"].dt.to_period("M").dt.to_timestamp(),
        day_30=signups["signup_ts"].dt.normalize() + pd.Timedelta(days=30),
    )

    # The ids of those who came on the date of their own day 30. isin() asks yes or no, so repeats do no harm.
    pairs = signups.merge(visits, on="customer_id")
    came_on_day_30 = pairs.loc[pairs["visit_ts"].dt.normalize() == pairs["day_30"], "customer_id"]

    is_eligible = signups["day_30"] <= as_of
    flags = signups.assign(
        eligible=is_eligible,
        retained=is_eligible & signups["customer_id"].isin(came_on_day_30),
    )

    # The sum of a yes/no column is a count of customers.
    cohorts = flags.groupby("cohort_month", as_index=False).agg(
        signups=("customer_id", "size"), eligible=("eligible", "sum"), retained=("retained", "sum")
    )
    # 0 / 0 is NaN, as it should be: nobody could be measured.
    cohorts["retention"] = cohorts["retained"] / cohorts["eligible"]
    return cohorts
