# Two slips: views without a device are skipped when choosing the user's device (he becomes 'unknown' only if no view has one), and the window is anchored at the first view only.
import pandas as pd


def funnel_by_device(events):
    names = ["view", "add_to_cart", "checkout", "purchase"]
    e = events.dropna(subset=["user_id", "event_ts"]).astype({"user_id": "int64"})
    views = e[e["event_name"] == "view"].sort_values(["event_ts", "device"])
    info = views.groupby("user_id").agg(device=("device", "first"), v=("event_ts", "min"))
    info["device"] = info["device"].fillna("unknown")
    info["depth"] = 1
    t = info["v"]
    for k, name in enumerate(names[1:], start=2):
        c = e[e["event_name"] == name].merge(t.rename("lo").reset_index(), on="user_id")
        c = c.merge(info["v"].reset_index(), on="user_id")
        c = c[(c["event_ts"] >= c["lo"]) & (c["event_ts"] <= c["v"] + pd.Timedelta(days=7))]
        t = c.groupby("user_id")["event_ts"].min()
        info.loc[t.index, "depth"] = k
    rows = []
    for dev, g in info.groupby("device"):
        u = [int((g["depth"] >= k).sum()) for k in (1, 2, 3, 4)]
        for k in range(4):
            rows.append(
                {
                    "device": dev, "step": k + 1, "event_name": names[k], "users": u[k],
                    "from_start": u[k] / u[0],
                    "from_previous": u[k] / u[k - 1] if k and u[k - 1] else None,
                    "dropped": u[k - 1] - u[k] if k else None,
                }
            )
    return pd.DataFrame(
        rows, columns=["device", "step", "event_name", "users", "from_start", "from_previous", "dropped"]
    )
