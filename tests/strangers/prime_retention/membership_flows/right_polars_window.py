# polars: shift over customer, lazy, casts to small ints
import polars as pl


def membership_flows(prime_memberships, params):
    as_of = params["as_of"].iloc[0].date()
    v = pl.from_pandas(prime_memberships[["customer_id", "start_date", "end_date"]]).lazy()
    v = v.with_columns(pl.col("start_date", "end_date").cast(pl.Date)).filter(
        pl.col("customer_id").is_not_null()
        & pl.col("start_date").is_not_null()
        & ((pl.col("end_date") > pl.col("start_date")) | pl.col("end_date").is_null())
    )
    cal = (
        v.select(month=pl.col("start_date").min().dt.truncate("1mo"))
        .drop_nulls()
        .with_columns(month=pl.date_ranges("month", pl.lit(as_of).cast(pl.Date), "1mo"))
        .explode("month")
        .filter(pl.col("month").dt.month_end() <= as_of)
    )
    cm = (
        cal.join(v, how="cross")
        .filter(
            pl.col("start_date") <= pl.col("month").dt.month_end(),
            pl.col("end_date").is_null() | (pl.col("end_date") > pl.col("month")),
        )
        .select("month", "customer_id")
        .unique()
        .sort("customer_id", "month")
        .with_columns(
            before=pl.col("month").shift(1).over("customer_id"),
            after=pl.col("month").shift(-1).over("customer_id"),
        )
    )
    adjacent = pl.col("before").dt.offset_by("1mo") == pl.col("month")
    now = cm.group_by("month").agg(
        members=pl.len(),
        new=pl.col("before").is_null().sum(),
        retained=adjacent.fill_null(False).sum(),
        resurrected=(~adjacent).fill_null(False).sum(),
    )
    gone = (
        cm.with_columns(month=pl.col("month").dt.offset_by("1mo"))
        .group_by("month")
        .agg(
            prev=pl.len(),
            churned=(pl.col("after").is_null() | (pl.col("after") != pl.col("month"))).sum(),
        )
    )
    return (
        cal.join(now, on="month", how="left")
        .join(gone, on="month", how="left")
        .with_columns(pl.all().exclude("month", "prev").fill_null(0))
        .with_columns(churn_rate=pl.col("churned") / pl.col("prev"))
        .drop("prev")
        .sort("month")
        .collect()
    )
