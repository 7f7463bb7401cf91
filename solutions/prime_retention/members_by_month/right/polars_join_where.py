# Polars: an inequality join of calendar and memberships, then a left join back to the calendar.
import polars as pl


def members_by_month(prime_memberships, params):
    memberships = pl.from_pandas(prime_memberships).with_columns(
        pl.col("start_date", "end_date").cast(pl.Date)
    )
    as_of = params["as_of"].iloc[0].date()
    good = memberships.filter(
        pl.col("customer_id").is_not_null()
        & pl.col("start_date").is_not_null()
        & (pl.col("end_date").is_null() | (pl.col("end_date") > pl.col("start_date")))
    ).with_columns(pl.col("end_date").fill_null(pl.date(2100, 1, 1)))
    if good.is_empty():
        return pl.DataFrame(schema={"month": pl.Date, "members": pl.Int64})

    first = good["start_date"].min().replace(day=1)
    calendar = pl.DataFrame({"month": pl.date_range(first, max(first, as_of), "1mo", eager=True)})
    calendar = calendar.with_columns(after=pl.col("month").dt.offset_by("1mo")).filter(
        pl.col("month").dt.month_end() <= as_of
    )
    counts = (
        calendar.join_where(good, pl.col("start_date") < pl.col("after"), pl.col("end_date") > pl.col("month"))
        .group_by("month")
        .agg(members=pl.col("customer_id").n_unique())
    )
    return (
        calendar.select("month")
        .join(counts, on="month", how="left")
        .with_columns(pl.col("members").fill_null(0))
        .sort("month")
    )
