# Months in which nobody came back on day 30 are missing, and they are the ones somebody should look at. Keep
# every month with a signup: left join the counts to the months and fill the missing ones with 0.
# rule: month
def retention_by_cohort(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.dropna(subset="signup_ts")
    signup_date = signups["signup_ts"].dt.normalize()
    signups = signups.assign(
        signup_date=signup_date,
        cohort_month=signup_date.dt.to_period("M").dt.to_timestamp(),
        eligible=(as_of - signup_date).dt.days >= 30,
    )
    totals = signups.groupby("cohort_month", as_index=False).agg(
        signups=("customer_id", "size"), eligible=("eligible", "sum")
    )
    pairs = signups[signups["eligible"]].merge(visits, on="customer_id")
    day = (pairs["visit_ts"].dt.normalize() - pairs["signup_date"]).dt.days
    retained = pairs[day == 30].groupby("cohort_month")["customer_id"].nunique().rename("retained")
    cohorts = totals.merge(retained.reset_index(), on="cohort_month")
    cohorts["retention"] = cohorts["retained"] / cohorts["eligible"]
    return cohorts.sort_values("cohort_month")
