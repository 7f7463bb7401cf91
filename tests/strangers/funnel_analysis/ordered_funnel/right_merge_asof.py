import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def ordered_funnel(events):
    e = events[events["user_id"].notna() & events["event_ts"].notna()].astype({"user_id": "int64"}).sort_values("event_ts")
    cur = e[e["event_name"] == "view"].groupby("user_id", as_index=False)["event_ts"].min().sort_values("event_ts")
    counts = [len(cur)]
    for name in STEPS[1:]:
        nxt = e.loc[e["event_name"] == name, ["user_id", "event_ts"]].assign(hit=lambda d: d["event_ts"])
        cur = pd.merge_asof(cur, nxt, on="event_ts", by="user_id", direction="forward").dropna(subset=["hit"])
        cur = cur[["user_id", "hit"]].rename(columns={"hit": "event_ts"}).sort_values("event_ts")
        counts.append(len(cur))
    out = pd.DataFrame({"step": range(1, 5), "event_name": STEPS, "users": counts})
    prev = out["users"].shift()
    out["from_start"] = out["users"] / out["users"].iloc[0] if counts[0] else float("nan")
    out["from_previous"] = out["users"] / prev.where(prev > 0)
    out["dropped"] = (prev - out["users"]).astype("Int64")
    return out
