import polars as pl


def three_definitions(customers, visits, params):
    as_of = pl.from_pandas(params).get_column("as_of").cast(pl.Date)[0]
    c = pl.from_pandas(customers).drop_nulls("signup_ts").with_columns(d=pl.col("signup_ts").cast(pl.Date))
    c = c.filter(pl.col("d").dt.offset_by("30d") <= as_of)
    v = pl.from_pandas(visits).drop_nulls().with_columns(pl.col("customer_id").cast(pl.Int64), t=pl.col("visit_ts").cast(pl.Date)).filter(pl.col("t") <= as_of)
    lag = (pl.col("t") - pl.col("d")).dt.total_days()
    per = (c.join(v, on="customer_id", how="left").group_by("customer_id", "d")
           .agg(on_day_30=(lag == 30).any(), within_30_days=lag.is_between(1, 30).any(), day_30_or_later=(lag >= 30).any()))
    return (per.group_by(cohort_month=pl.col("d").dt.truncate("1mo"))
            .agg(pl.len().cast(pl.UInt8).alias("eligible"), pl.col("on_day_30", "within_30_days", "day_30_or_later").mean())
            .sort("cohort_month").lazy())
