# style: polars, with a flag per exposure and one aggregation
import polars as pl


def holdout_leaks(assignments, exposures):
    first = pl.from_pandas(assignments).sort("assigned_at").unique("user_id", keep="first")
    held = first.filter(pl.col("grp") == "holdout")
    leak = (pl.col("exposed_at") >= pl.col("assigned_at")).fill_null(False)
    return (
        pl.from_pandas(exposures)
        .join(held, on="user_id", how="left")
        .group_by("feature")
        .agg(
            pl.lit(held.height).alias("holdout_users"),
            pl.col("user_id").filter(leak).n_unique().alias("leaked_users"),
        )
        .with_columns(leak_rate=pl.col("leaked_users") / pl.col("holdout_users"))
        .to_pandas()
    )
