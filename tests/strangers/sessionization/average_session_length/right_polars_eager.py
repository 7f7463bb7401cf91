# polars eager
import polars as pl


def average_session_length(clickstream):
    c = pl.from_pandas(clickstream[["user_id", "ts"]]).drop_nulls().sort("user_id", "ts")
    c = c.with_columns(
        s=(pl.col("ts").diff().over("user_id") > pl.duration(minutes=30)).fill_null(True).cum_sum()
    )
    g = c.group_by("s").agg(
        m=(pl.col("ts").max() - pl.col("ts").min()).dt.total_microseconds() / 60e6
    )
    return g.select(sessions=pl.len(), avg_session_minutes=pl.col("m").mean())
