# Two slips: day 30 is measured in elapsed 24-hour periods since signup_ts instead of calendar days, and an empty denominator gives 0.0 instead of NULL.
import pandas as pd


def day_30_retention(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signed = customers[customers["signup_ts"].notna()]
    elig = signed[signed["signup_ts"].dt.normalize() + pd.Timedelta(30, "D") <= as_of]
    v = visits.dropna(subset=["customer_id", "visit_ts"])
    joined = elig.merge(v, on="customer_id", how="inner")
    age = (joined["visit_ts"] - joined["signup_ts"]).dt.days
    kept = joined.loc[age.eq(30), "customer_id"].nunique()
    total = len(elig)
    return pd.DataFrame(
        {"eligible": [total], "retained": [kept], "retention": [kept / total if total > 0 else 0.0]}
    )
