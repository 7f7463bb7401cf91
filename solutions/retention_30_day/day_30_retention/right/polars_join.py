# Style: polars, from pandas and back out as a polars frame.
import polars as pl


def day_30_retention(customers, visits, params):
    as_of = params["as_of"].iloc[0].date()
    day_30 = pl.col("signup_ts").cast(pl.Date).dt.offset_by("30d")
    eligible = (
        pl.from_pandas(customers)
        .select(pl.col("customer_id").cast(pl.Int64), day=day_30)
        .filter(pl.col("day") <= as_of)
    )
    days = pl.from_pandas(visits).select(
        pl.col("customer_id").cast(pl.Int64), day=pl.col("visit_ts").cast(pl.Date)
    )
    kept = eligible.join(days, on=["customer_id", "day"], how="semi").height
    n = eligible.height
    return pl.DataFrame(
        {"eligible": [n], "retained": [kept], "retention": [kept / n if n else None]},
        schema={"eligible": pl.Int64, "retained": pl.Int64, "retention": pl.Float64},
    )
