# polars, lazy, diff over the user, cum_sum
import polars as pl


def sessionize(clickstream):
    half = pl.duration(minutes=30)
    return (
        pl.from_pandas(clickstream)
        .lazy()
        .drop_nulls(["user_id", "ts"])
        .sort("user_id", "ts", "page_url")
        .with_columns(
            (pl.col("ts").diff() > half)
            .fill_null(True)
            .cum_sum()
            .over("user_id")
            .alias("session_number")
        )
        .select("user_id", "session_number", "ts", "page_url")
        .collect()
    )
