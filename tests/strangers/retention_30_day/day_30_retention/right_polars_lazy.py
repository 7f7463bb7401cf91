import polars as pl


def day_30_retention(customers, visits, params):
    as_of = params["as_of"].iloc[0].to_pydatetime()
    c = (pl.from_pandas(customers).lazy().drop_nulls("signup_ts")
         .with_columns(day=pl.col("signup_ts").dt.truncate("1d") + pl.duration(days=30))
         .filter(pl.col("day") <= as_of))
    v = (pl.from_pandas(visits).lazy().drop_nulls()
         .select(pl.col("customer_id").cast(pl.Int64), day=pl.col("visit_ts").dt.truncate("1d"), hit=pl.lit(1)).unique())
    return (c.join(v, on=["customer_id", "day"], how="left")
            .select(eligible=pl.len(), retained=pl.col("hit").count())
            .with_columns(retention=pl.col("retained") / pl.col("eligible")).collect())
