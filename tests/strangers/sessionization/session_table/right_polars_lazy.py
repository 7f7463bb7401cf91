# polars lazy, returns through Arrow
import polars as pl


def session_table(clickstream):
    lf = (
        pl.from_pandas(clickstream)
        .lazy()
        .filter(pl.col("user_id").is_not_null(), pl.col("ts").is_not_null())
        .unique()
    )
    lf = lf.sort("user_id", "ts", "page_url").with_columns(
        session_number=(pl.col("ts") - pl.col("ts").shift(1) > pl.duration(minutes=30))
        .fill_null(True)
        .cast(pl.Int64)
        .cum_sum()
        .over("user_id")
    )
    out = lf.group_by("user_id", "session_number").agg(
        session_start=pl.col("ts").min(),
        session_end=pl.col("ts").max(),
        minutes=(pl.col("ts").max() - pl.col("ts").min()).dt.total_microseconds() / 60_000_000,
        events=pl.len(),
        pages=pl.col("page_url").n_unique(),
        entry_page=pl.col("page_url").filter(pl.col("ts") == pl.col("ts").min()).min(),
        exit_page=pl.col("page_url").filter(pl.col("ts") == pl.col("ts").max()).max(),
    )
    return out.sort("user_id", "session_number").collect().to_arrow()
