import polars as pl

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def windowed_funnel(events):
    e = (pl.from_pandas(events).lazy().select(pl.col("user_id").cast(pl.Int64), t="event_ts", n=pl.col("event_name").cast(pl.String)).drop_nulls().unique())
    cur = e.filter(pl.col("n") == "view").select("user_id", v="t", t="t")
    counts = [cur.select(pl.col("user_id").n_unique())]
    for name in STEPS[1:]:
        cur = (cur.join(e.filter(pl.col("n") == name).select("user_id", nt="t"), on="user_id")
               .filter(pl.col("nt") >= pl.col("t"), pl.col("nt") <= pl.col("v") + pl.duration(days=7))
               .group_by("user_id", "v").agg(t=pl.col("nt").min()))
        counts.append(cur.select(pl.col("user_id").n_unique()))
    n = [d.item() for d in pl.collect_all(counts)]
    out = pl.LazyFrame({"step": [1, 2, 3, 4], "event_name": STEPS, "users": n}).with_columns(p=pl.col("users").shift())
    return out.select("step", "event_name", "users", from_start=pl.col("users") / pl.col("users").first(), from_previous=pl.col("users") / pl.col("p"), dropped=pl.col("p") - pl.col("users"))
