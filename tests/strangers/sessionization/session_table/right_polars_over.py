import pandas as pd
import polars as pl


def session_table(clickstream):
    users = [None if pd.isna(u) else int(u) for u in clickstream["user_id"]]
    times = pl.Series(clickstream["ts"].to_numpy()).cast(pl.Datetime("us"))
    c = (
        pl.DataFrame(
            {
                "user_id": pl.Series(users, dtype=pl.Int64),
                "ts": times,
                "page_url": pl.Series(list(clickstream["page_url"]), dtype=pl.String),
            }
        )
        .drop_nulls(["user_id", "ts"])
        .unique()
        .sort("user_id", "ts", "page_url")
    )
    gap = pl.col("ts").diff().over("user_id")
    c = c.with_columns(
        (gap.is_null() | (gap > pl.duration(minutes=30))).cast(pl.Int64).alias("opens")
    ).with_columns(pl.col("opens").cum_sum().over("user_id").alias("session_number"))
    return (
        c.group_by("user_id", "session_number", maintain_order=True)
        .agg(
            pl.col("ts").first().alias("session_start"),
            pl.col("ts").last().alias("session_end"),
            ((pl.col("ts").last() - pl.col("ts").first()).dt.total_microseconds() / 6e7).alias("minutes"),
            pl.len().cast(pl.Int64).alias("events"),
            pl.col("page_url").n_unique().cast(pl.Int64).alias("pages"),
            pl.col("page_url").first().alias("entry_page"),
            pl.col("page_url").last().alias("exit_page"),
        )
        .sort("user_id", "session_number")
    )
