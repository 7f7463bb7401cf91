# Slip: within_30_days tests only the age of the customer's earliest visit, so an earlier visit on day 0 or before signup hides a visit on days 1..30.
import pandas as pd


def three_definitions(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    c = customers[customers["signup_ts"].notna()].copy()
    c["d"] = c["signup_ts"].dt.normalize()
    c = c[c["d"] + pd.Timedelta(days=30) <= as_of]
    v = visits.dropna(subset=["customer_id", "visit_ts"]).astype({"customer_id": "int64"})
    v = v.assign(day=v["visit_ts"].dt.normalize())
    v = v[v["day"] <= as_of].merge(c[["customer_id", "d"]], on="customer_id")
    v["age"] = (v["day"] - v["d"]).dt.days
    g = v.groupby("customer_id")["age"]
    first, last = g.min(), g.max()
    exact = set(v.loc[v["age"] == 30, "customer_id"])
    c["on_day_30"] = c["customer_id"].isin(exact).astype(float)
    c["within_30_days"] = c["customer_id"].map(first).between(1, 30).astype(float)
    c["day_30_or_later"] = (c["customer_id"].map(last) >= 30).astype(float)
    c["cohort_month"] = c["d"].dt.to_period("M").dt.to_timestamp()
    return (
        c.groupby("cohort_month")
        .agg(
            eligible=("customer_id", "size"),
            on_day_30=("on_day_30", "mean"),
            within_30_days=("within_30_days", "mean"),
            day_30_or_later=("day_30_or_later", "mean"),
        )
        .reset_index()
    )
