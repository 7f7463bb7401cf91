# Style: polars from start to end.
import polars as pl


def session_table(clickstream):
    gap = pl.col("ts").diff().over("user_id")
    return (
        pl.from_pandas(clickstream)
        .drop_nulls(["user_id", "ts"])
        .unique(["user_id", "ts", "page_url"])
        .sort("user_id", "ts", "page_url")
        .with_columns(opens=(gap > pl.duration(minutes=30)).fill_null(True))
        .with_columns(session_number=pl.col("opens").cum_sum().over("user_id"))
        .group_by("user_id", "session_number", maintain_order=True)
        .agg(
            session_start=pl.col("ts").first(),
            session_end=pl.col("ts").last(),
            minutes=(pl.col("ts").last() - pl.col("ts").first()).dt.total_microseconds() / 60e6,
            events=pl.len(),
            pages=pl.col("page_url").n_unique(),
            entry_page=pl.col("page_url").first(),
            exit_page=pl.col("page_url").last(),
        )
    )
