# Style: polars, expressions with any() over customers; the result is a polars frame with Date months.
import polars as pl


def three_definitions(customers, visits, params):
    as_of = params["as_of"].iloc[0].date()
    date = pl.col("signup_ts").cast(pl.Date)
    people = (
        pl.from_pandas(customers)
        .select(pl.col("customer_id").cast(pl.Int64), d=date, cohort_month=date.dt.truncate("1mo"))
        .filter(pl.col("d").dt.offset_by("30d") <= as_of)
    )
    seen = (
        pl.from_pandas(visits)
        .select(pl.col("customer_id").cast(pl.Int64), v=pl.col("visit_ts").cast(pl.Date))
        .filter(pl.col("v") <= as_of)
    )
    day = (pl.col("v") - pl.col("d")).dt.total_days().fill_null(-1)
    return (
        people.join(seen, on="customer_id", how="left")
        .group_by("cohort_month", "customer_id")
        .agg(
            on_day_30=(day == 30).any(),
            within_30_days=day.is_between(1, 30).any(),
            day_30_or_later=(day >= 30).any(),
        )
        .group_by("cohort_month")
        .agg(
            pl.len().cast(pl.Int64).alias("eligible"),
            pl.col("on_day_30", "within_30_days", "day_30_or_later").cast(pl.Float64).mean(),
        )
        .sort("cohort_month")
    )
