# polars, lazy until the end; month is a polars Date, members UInt32
import polars as pl


def members_by_month(prime_memberships, params):
    valid = (
        pl.from_pandas(prime_memberships)
        .lazy()
        .with_columns(
            pl.col("start_date").cast(pl.Date),
            pl.col("end_date").cast(pl.Date),
            pl.col("customer_id").cast(pl.Int64),
        )
        .filter(pl.col("customer_id").is_not_null() & pl.col("start_date").is_not_null())
        .filter(pl.col("end_date").is_null() | (pl.col("end_date") > pl.col("start_date")))
    )
    as_of = params["as_of"].iloc[0].date()
    low = valid.select(pl.col("start_date").min().dt.truncate("1mo")).collect().item()
    schema = {"month": pl.Date, "members": pl.UInt32}
    if low is None:
        return pl.DataFrame(schema=schema)
    months = pl.select(pl.date_range(low, pl.lit(as_of), "1mo")).to_series().alias("month")
    cal = pl.LazyFrame([months]).filter(pl.col("month").dt.month_end() <= as_of)
    seen = (
        cal.join(valid, how="cross")
        .filter(pl.col("start_date") <= pl.col("month").dt.month_end())
        .filter(pl.col("end_date").is_null() | (pl.col("end_date") > pl.col("month")))
        .group_by("month")
        .agg(pl.col("customer_id").n_unique().alias("members"))
    )
    return (
        cal.join(seen, on="month", how="left")
        .with_columns(pl.col("members").fill_null(0))
        .sort("month")
        .collect()
    )
