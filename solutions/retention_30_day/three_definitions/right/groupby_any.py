# Style: pandas left merge, groupby(...).any() per customer, then means per month period.
import pandas as pd


def three_definitions(customers, visits, params):
    as_of = params.at[0, "as_of"]
    people = customers.rename(columns={"signup_ts": "signup"}).query("signup.notna()")
    people = people.assign(signup=people["signup"].dt.floor("D"))
    people = people[(as_of - people["signup"]).dt.days >= 30]
    past = visits[visits["visit_ts"] < as_of + pd.Timedelta(days=1)]
    joined = people.merge(past, on="customer_id", how="left")
    day = (joined["visit_ts"].dt.floor("D") - joined["signup"]).dt.days
    joined = joined.assign(
        on_day_30=day.eq(30), within_30_days=day.ge(1) & day.le(30), day_30_or_later=day.ge(30)
    )
    joined["cohort_month"] = joined["signup"] - pd.to_timedelta(joined["signup"].dt.day - 1, unit="D")
    flags = ["on_day_30", "within_30_days", "day_30_or_later"]
    one_each = joined.groupby(["cohort_month", "customer_id"], as_index=False)[flags].any()
    result = one_each.groupby("cohort_month").agg(
        eligible=("customer_id", "count"), **{flag: (flag, "mean") for flag in flags}
    )
    return result.reset_index()
