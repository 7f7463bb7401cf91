import polars as pl

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def ordered_funnel(events):
    e = (pl.from_pandas(events).with_columns(pl.col("user_id").cast(pl.Int64), pl.col("event_name").cast(pl.String))
         .drop_nulls(["user_id", "event_ts", "event_name"]).sort("event_ts"))
    cur = e.filter(pl.col("event_name") == "view").group_by("user_id").agg(t=pl.col("event_ts").min()).sort("t")
    users = [cur.height]
    for name in STEPS[1:]:
        nxt = e.filter(pl.col("event_name") == name).select("user_id", pl.col("event_ts").alias("nt"))
        cur = (cur.join(nxt, on="user_id").filter(pl.col("nt") >= pl.col("t")).group_by("user_id").agg(t=pl.col("nt").min()))
        users.append(cur.height)
    out = pl.DataFrame({"step": [1, 2, 3, 4], "event_name": STEPS, "users": users}).with_columns(prev=pl.col("users").shift(1))
    return out.select("step", pl.col("event_name").cast(pl.Categorical), "users", from_start=pl.col("users") / pl.col("users").first(),
                      from_previous=pl.col("users") / pl.col("prev"), dropped=pl.col("prev") - pl.col("users"))
