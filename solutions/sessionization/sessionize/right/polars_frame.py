# Style: polars, returned as a polars frame.
from datetime import timedelta

import polars as pl


def sessionize(clickstream):
    return (
        pl.from_pandas(clickstream)
        .drop_nulls(["user_id", "ts"])
        .sort("user_id", "ts", "page_url")
        .with_columns(gap=pl.col("ts").diff().over("user_id"))
        .with_columns(opens=pl.col("gap").is_null() | (pl.col("gap") > timedelta(minutes=30)))
        .with_columns(session_number=pl.col("opens").cast(pl.Int64).cum_sum().over("user_id"))
        .select("user_id", "session_number", "ts", "page_url")
    )
