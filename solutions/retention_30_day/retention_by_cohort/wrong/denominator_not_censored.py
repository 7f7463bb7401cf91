# The visits stop at as_of, but eligible still counts every signup, also customers whose day 30 is to come.
# They pull the rate of the young months down. Count in eligible only those with signup date + 30 on or before as_of.
# rule: eligible
def retention_by_cohort(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.dropna(subset="signup_ts")
    signup_date = signups["signup_ts"].dt.normalize()
    signups = signups.assign(
        signup_date=signup_date, cohort_month=signup_date.dt.to_period("M").dt.to_timestamp()
    )
    pairs = signups.merge(visits[visits["visit_ts"].dt.normalize() <= as_of], on="customer_id")
    day = (pairs["visit_ts"].dt.normalize() - pairs["signup_date"]).dt.days
    signups["retained"] = signups["customer_id"].isin(pairs.loc[day == 30, "customer_id"])
    cohorts = signups.groupby("cohort_month", as_index=False).agg(
        signups=("customer_id", "size"),
        eligible=("customer_id", "size"),
        retained=("retained", "sum"),
    )
    cohorts["retention"] = cohorts["retained"] / cohorts["eligible"]
    return cohorts
