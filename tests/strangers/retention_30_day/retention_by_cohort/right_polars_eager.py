import polars as pl


def retention_by_cohort(customers, visits, params):
    c, v = pl.from_pandas(customers), pl.from_pandas(visits)
    as_of = pl.from_pandas(params)["as_of"].dt.date().item()
    v = v.drop_nulls().select(pl.col("customer_id").cast(pl.Int64), pl.col("visit_ts").dt.date().alias("t"), came=True).unique()
    return (c.filter(pl.col("signup_ts").is_not_null())
            .with_columns(d=pl.col("signup_ts").dt.date())
            .with_columns(t=pl.col("d") + pl.duration(days=30), cohort_month=pl.col("d").dt.month_start())
            .join(v, on=["customer_id", "t"], how="left")
            .with_columns(ok=pl.col("t") <= as_of)
            .group_by("cohort_month")
            .agg(signups=pl.len(), eligible=pl.col("ok").sum(), retained=(pl.col("ok") & pl.col("came").fill_null(False)).sum())
            .with_columns(retention=pl.col("retained") / pl.col("eligible"))
            .sort("cohort_month"))
