# Polars: one row per customer and month number, shifted copies joined to it.
import polars as pl


def membership_flows(prime_memberships, params):
    def number(column):
        return column.dt.year().cast(pl.Int64) * 12 + column.dt.month().cast(pl.Int64) - 1

    after = params["as_of"].iloc[0] + pl.duration(days=1)
    stop = pl.select(number(after)).item()
    good = (
        pl.from_pandas(prime_memberships)
        .drop_nulls(["customer_id", "start_date"])
        .filter((pl.col("end_date") > pl.col("start_date")).fill_null(True))
        .select(
            "customer_id",
            m=pl.int_ranges(
                number(pl.col("start_date")),
                pl.min_horizontal(
                    (number(pl.col("end_date").dt.offset_by("-1d")) + 1).fill_null(stop), pl.lit(stop)
                ),
            ),
        )
    )
    here = good.filter(pl.col("m").list.len() > 0).explode("m").unique()
    first = here.group_by("customer_id").agg(first=pl.col("m").min())
    before = here.with_columns(pl.col("m") + 1, was=pl.lit(True))
    both = (
        here.with_columns(present=pl.lit(True))
        .join(before, on=["customer_id", "m"], how="full", coalesce=True)
        .join(first, on="customer_id")
        .with_columns(pl.col("present", "was").fill_null(False))
    )
    present, was, fresh = pl.col("present"), pl.col("was"), pl.col("m") == pl.col("first")
    counts = both.group_by("m").agg(
        members=present.sum(),
        new=(present & fresh).sum(),
        retained=(present & was).sum(),
        resurrected=(present & ~was & ~fresh).sum(),
        churned=(was & ~present).sum(),
        members_prev=was.sum(),
    )
    start = here["m"].min() if len(here) else stop
    calendar = pl.DataFrame({"m": pl.int_range(start, stop, eager=True)})
    return (
        calendar.join(counts, on="m", how="left")
        .fill_null(0)
        .sort("m")
        .select(
            pl.date((pl.col("m") // 12).cast(pl.Int32), (pl.col("m") % 12 + 1).cast(pl.Int8), 1).alias("month"),
            "members", "new", "retained", "resurrected", "churned",
            churn_rate=pl.when(pl.col("members_prev") > 0).then(pl.col("churned") / pl.col("members_prev")),
        )
    )
