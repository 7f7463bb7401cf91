import polars as pl


def retention_curve(customers, visits, params):
    as_of = params["as_of"].iloc[0].to_pydatetime().date()
    days = pl.LazyFrame({"day": range(31)})
    c = pl.from_pandas(customers).lazy().select("customer_id", d=pl.col("signup_ts").dt.date()).drop_nulls()
    v = pl.from_pandas(visits).lazy().select(pl.col("customer_id").cast(pl.Int64), t=pl.col("visit_ts").dt.date(), hit=1).drop_nulls().unique()
    grid = days.join(c, how="cross").with_columns(t=pl.col("d") + pl.duration(days=pl.col("day"))).filter(pl.col("t") <= as_of)
    agg = grid.join(v, on=["customer_id", "t"], how="left").group_by("day").agg(eligible=pl.len(), retained=pl.col("hit").count())
    return (days.join(agg, on="day", how="left").with_columns(pl.col("eligible", "retained").fill_null(0))
            .with_columns(retention=pl.col("retained") / pl.col("eligible")).sort("day").collect())
