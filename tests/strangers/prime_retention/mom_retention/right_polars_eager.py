# polars eager with join_where and a semi join
import polars as pl


def mom_retention(prime_memberships, params):
    d = pl.from_pandas(prime_memberships).with_columns(
        pl.col("start_date").cast(pl.Date), pl.col("end_date").cast(pl.Date)
    )
    d = d.filter(
        pl.col("customer_id").is_not_null(),
        pl.col("start_date").is_not_null(),
        pl.col("end_date").fill_null(pl.date(2300, 1, 1)) > pl.col("start_date"),
    )
    as_of = params["as_of"].iloc[0].date()
    months = (
        pl.DataFrame(
            {"month": pl.date_range(pl.date(2000, 1, 1), pl.date(2099, 12, 1), "1mo", eager=True)}
        )
        .filter(pl.col("month").dt.month_end() <= as_of)
        .filter(pl.col("month") >= pl.lit(d["start_date"].min()).cast(pl.Date).dt.truncate("1mo"))
    )
    cm = (
        months.join(d, how="cross")
        .filter(
            (pl.col("start_date") < pl.col("month").dt.offset_by("1mo"))
            & (pl.col("end_date").is_null() | (pl.col("end_date") > pl.col("month")))
        )
        .select("month", "customer_id")
        .unique()
    )
    prev = cm.with_columns(pl.col("month").dt.offset_by("1mo"))
    kept = prev.join(cm, on=["month", "customer_id"], how="semi")
    out = (
        months.slice(1)
        .join(prev.group_by("month").len("members_prev"), on="month", how="left")
        .join(kept.group_by("month").len("retained"), on="month", how="left")
        .fill_null(0)
        .sort("month")
    )
    return out.with_columns((pl.col("retained") / pl.col("members_prev")).alias("retention"))
