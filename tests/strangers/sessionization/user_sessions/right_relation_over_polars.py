# polars computes the numbers, DuckDB sorts: the answer is a DuckDB relation
import duckdb
import polars as pl


def user_sessions(clickstream):
    c = pl.from_pandas(clickstream).drop_nulls(["user_id", "ts"]).unique().sort("user_id", "ts")
    c = c.with_columns(
        s=(pl.col("ts").diff().over("user_id") > pl.duration(minutes=30)).fill_null(True).cum_sum()
    )
    t = c.group_by("user_id", "s").agg(
        n=pl.len(), m=(pl.col("ts").last() - pl.col("ts").first()).dt.total_microseconds() / 6e7
    )
    u = (
        t.group_by("user_id")
        .agg(
            sessions=pl.len(),
            events=pl.col("n").sum(),
            total_minutes=pl.col("m").sum(),
            avg_session_minutes=pl.col("m").mean(),
            bounce_rate=(pl.col("n") == 1).mean(),
        )
        .to_arrow()
    )
    return duckdb.from_arrow(u).order("sessions desc, user_id")
