# Slip: when two views share the earliest timestamp the alphabetically largest device wins instead of the smallest.
import pandas as pd


def funnel_by_device(events):
    names = ["view", "add_to_cart", "checkout", "purchase"]
    e = events[events["user_id"].notna() & events["event_ts"].notna()].copy()
    e["user_id"] = e["user_id"].astype("int64")
    e["device"] = e["device"].fillna("unknown")
    views = e[e["event_name"] == "view"]
    home = views.sort_values(["event_ts", "device"], ascending=[True, False]).groupby("user_id")["device"].first()

    chain = views[["user_id", "event_ts"]].drop_duplicates()
    chain = chain.rename(columns={"event_ts": "v"}).assign(t=lambda x: x["v"])
    depth = pd.Series(1, index=home.index)
    for k, name in enumerate(names[1:], start=2):
        nxt = e.loc[e["event_name"] == name, ["user_id", "event_ts"]].drop_duplicates()
        j = chain.merge(nxt, on="user_id")
        j = j[(j["event_ts"] >= j["t"]) & (j["event_ts"] <= j["v"] + pd.Timedelta(days=7))]
        chain = j.groupby(["user_id", "v"], as_index=False)["event_ts"].min().rename(columns={"event_ts": "t"})
        depth.loc[chain["user_id"].unique()] = k

    parts = []
    for dev in sorted(home.unique()):
        d = depth[home == dev]
        u = pd.Series([int((d >= k).sum()) for k in range(1, 5)], dtype="float64")
        p = u.shift()
        parts.append(
            pd.DataFrame(
                {
                    "device": dev, "step": [1, 2, 3, 4], "event_name": names, "users": u.astype("int64"),
                    "from_start": u / u[0], "from_previous": u / p.where(p > 0), "dropped": p - u,
                }
            )
        )
    cols = ["device", "step", "event_name", "users", "from_start", "from_previous", "dropped"]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=cols)
