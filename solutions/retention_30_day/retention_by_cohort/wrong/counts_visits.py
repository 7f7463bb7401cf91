# retained counts the visits of day 30: a customer who came three times that day is counted three times.
# Count each customer once: distinct ids, or a yes or no for each customer.
# rule: once
def retention_by_cohort(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.dropna(subset="signup_ts")
    signup_date = signups["signup_ts"].dt.normalize()
    signups = signups.assign(
        signup_date=signup_date,
        cohort_month=signup_date.dt.to_period("M").dt.to_timestamp(),
        age=(as_of - signup_date).dt.days,
    )
    pairs = signups[signups["age"] >= 30].merge(visits, on="customer_id")
    day = (pairs["visit_ts"].dt.normalize() - pairs["signup_date"]).dt.days
    by_month = signups.groupby("cohort_month")["age"]
    cohorts = by_month.size().to_frame("signups")
    cohorts["eligible"] = by_month.agg(lambda age: (age >= 30).sum())
    cohorts["retained"] = pairs[day == 30].groupby("cohort_month").size()
    cohorts["retained"] = cohorts["retained"].fillna(0).astype("int64")
    cohorts["retention"] = cohorts["retained"] / cohorts["eligible"]
    return cohorts.reset_index()
