# Polars: from every view three forward asof joins; the window is tested at the end.
import polars as pl

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def windowed_funnel(events):
    known = (
        pl.from_pandas(events)
        .with_columns(pl.col("user_id").cast(pl.Int64), pl.col("event_name").cast(pl.String))
        .drop_nulls(["user_id", "event_ts"])
    )
    chains = known.filter(pl.col("event_name") == "view").select("user_id", t1="event_ts")
    for k, name in enumerate(STEPS[1:], start=2):
        nexts = known.filter(pl.col("event_name") == name).select("user_id", pl.col("event_ts").alias(f"t{k}"))
        chains = chains.sort(f"t{k - 1}").join_asof(
            nexts.sort(f"t{k}"),
            left_on=f"t{k - 1}",
            right_on=f"t{k}",
            by="user_id",
            strategy="forward",
            check_sortedness=False,
        )
    in_time = [(pl.col(f"t{k}") - pl.col("t1") <= pl.duration(days=7)).fill_null(False) for k in (1, 2, 3, 4)]
    users = [chains.filter(test)["user_id"].n_unique() for test in in_time]
    return pl.DataFrame(
        {
            "step": [1, 2, 3, 4],
            "event_name": STEPS,
            "users": users,
            "from_start": [n / users[0] if users[0] else None for n in users],
            "from_previous": [None] + [b / a if a else None for a, b in zip(users, users[1:])],
            "dropped": [None] + [a - b for a, b in zip(users, users[1:])],
        },
        schema_overrides={"from_start": pl.Float64, "from_previous": pl.Float64, "dropped": pl.Int64},
    )
