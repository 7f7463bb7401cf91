def drop_by_segment(events, period):
    day = events["event_time"].dt.normalize()
    is_before, is_after = day == period["before_day"].iloc[0], day == period["after_day"].iloc[0]
    active = ~events["event_name"].isin(["push_received", "background_sync"])
    orphan = events["user_id"].isna()

    # One column per day, so that a segment which is there on one day only needs no join.
    marked = events[["platform", "country", "app_version"]].fillna("unknown")
    marked = marked.assign(
        before=events["user_id"].where(is_before),
        after=events["user_id"].where(is_after),
        orphans_before=orphan & is_before,
        orphans_after=orphan & is_after,
    )[active & (is_before | is_after)]

    long = marked.melt(
        ["before", "after", "orphans_before", "orphans_after"],
        var_name="dimension",
        value_name="segment",
    )
    table = long.groupby(["dimension", "segment"], as_index=False).agg(
        dau_before=("before", "nunique"),
        dau_after=("after", "nunique"),
        orphans_before=("orphans_before", "sum"),
        orphans_after=("orphans_after", "sum"),
    )
    total_change = marked["after"].nunique() - marked["before"].nunique()
    table["change"] = table["dau_after"] - table["dau_before"]
    table["share_of_change"] = table["change"] / total_change if total_change else None
    return table
