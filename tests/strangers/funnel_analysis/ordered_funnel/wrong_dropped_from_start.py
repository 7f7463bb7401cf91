# Slip: dropped is measured against step 1 instead of against the step before.
import pandas as pd


def ordered_funnel(events):
    names = ["view", "add_to_cart", "checkout", "purchase"]
    e = events.dropna(subset=["user_id", "event_ts"]).astype({"user_id": "int64"})
    reached = None
    users = []
    for name in names:
        cur = e.loc[e["event_name"] == name, ["user_id", "event_ts"]]
        if reached is not None:
            cur = cur.merge(reached, on="user_id")
            cur = cur[cur["event_ts"] >= cur["t"]]
        reached = cur.groupby("user_id", as_index=False)["event_ts"].min().rename(columns={"event_ts": "t"})
        users.append(len(reached))
    out = pd.DataFrame({"step": [1, 2, 3, 4], "event_name": names, "users": users})
    u = out["users"].astype(float)
    out["from_start"] = u / u.where(u > 0).iloc[0]
    prev = u.shift()
    out["from_previous"] = u / prev.where(prev > 0)
    out["dropped"] = (u.iloc[0] - u).where(out["step"] > 1)
    return out
