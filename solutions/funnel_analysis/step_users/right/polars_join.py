# Polars: a frame of steps, left-joined to the counts.
import polars as pl


def step_users(events):
    steps = pl.DataFrame(
        {"step": [1, 2, 3, 4], "event_name": ["view", "add_to_cart", "checkout", "purchase"]}
    )
    counts = (
        pl.from_pandas(events)
        .with_columns(pl.col("event_name").cast(pl.String))
        .drop_nulls(["user_id", "event_ts"])
        .group_by("event_name")
        .agg(pl.col("user_id").n_unique().alias("users"))
    )
    return (
        steps.join(counts, on="event_name", how="left")
        .with_columns(pl.col("users").fill_null(0))
        .sort("step")
    )
