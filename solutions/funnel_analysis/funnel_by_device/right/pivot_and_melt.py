# Vectorised without groups of users: depth per user by merge_asof from every view, then a crosstab
# of device and depth, cumulated from the deepest step up.
import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]
COLUMNS = ["device", "step", "event_name", "users", "from_start", "from_previous", "dropped"]


def funnel_by_device(events):
    known = events[events["user_id"].notna() & events["event_ts"].notna()].copy()
    known["user_id"] = known["user_id"].astype("int64")
    known["device"] = known["device"].where(known["device"].notna(), "unknown")
    known = known.sort_values(["event_ts", "device"])

    views = known[known["event_name"] == "view"]
    if views.empty:
        return pd.DataFrame({column: [] for column in COLUMNS})
    home = views.groupby("user_id")["device"].first()

    chains = views[["user_id", "event_ts"]].assign(view=views["event_ts"], depth=1)
    alive = chains
    for k, name in enumerate(STEPS[1:], start=2):
        nexts = known.loc[known["event_name"] == name, ["user_id", "event_ts"]].assign(reached_ts=lambda e: e["event_ts"])
        alive = pd.merge_asof(
            alive[["user_id", "event_ts", "view"]].sort_values("event_ts"),
            nexts,
            on="event_ts",
            by="user_id",
            direction="forward",
        )
        alive = alive[alive["reached_ts"] - alive["view"] <= pd.Timedelta(days=7)]
        alive = alive.assign(event_ts=alive["reached_ts"], depth=k)
        chains = pd.concat([chains, alive[["user_id", "event_ts", "view", "depth"]]])
    depth = chains.groupby("user_id")["depth"].max()

    at_depth = pd.crosstab(home, depth).reindex(columns=[1, 2, 3, 4], fill_value=0)
    users = at_depth.iloc[:, ::-1].cumsum(axis=1).iloc[:, ::-1]
    users.index.name, users.columns.name = "device", "step"
    result = users.stack().rename("users").reset_index()
    by_device = result.groupby("device")["users"]
    before = by_device.shift()
    return result.assign(
        event_name=result["step"].map(dict(enumerate(STEPS, start=1))),
        from_start=result["users"] / by_device.transform("first"),
        from_previous=result["users"] / before,
        dropped=before - result["users"],
    )
