import polars as pl


def step_users(events):
    steps = pl.DataFrame({"step": [1, 2, 3, 4], "event_name": ["view", "add_to_cart", "checkout", "purchase"]})
    e = pl.from_pandas(events).with_columns(pl.col("event_name").cast(pl.String)).filter(pl.col("user_id").is_not_null() & pl.col("event_ts").is_not_null())
    return (steps.join(e.unique(["user_id", "event_name"]), on="event_name", how="left")
            .group_by("step", "event_name").agg(users=pl.col("user_id").count()).sort("step"))
