# Slip: the window is opened by any view, but the later steps are the user's globally first cart, checkout and purchase instead of the first ones after that view.
import pandas as pd


def windowed_funnel(events):
    names = ["view", "add_to_cart", "checkout", "purchase"]
    e = events.dropna(subset=["user_id", "event_ts"]).astype({"user_id": "int64"})
    chain = e.loc[e["event_name"] == "view", ["user_id", "event_ts"]].drop_duplicates()
    chain = chain.rename(columns={"event_ts": "opened"}).assign(at=lambda x: x["opened"])
    users = [chain["user_id"].nunique()]
    for name in names[1:]:
        first = e[e["event_name"] == name].groupby("user_id")["event_ts"].min().rename("ts").reset_index()
        chain = chain.merge(first, on="user_id")
        ok = (chain["ts"] >= chain["at"]) & (chain["ts"] <= chain["opened"] + pd.Timedelta(days=7))
        chain = chain[ok].drop(columns="at").rename(columns={"ts": "at"})
        users.append(chain["user_id"].nunique())
    out = pd.DataFrame({"step": range(1, 5), "event_name": names, "users": users})
    out["from_start"] = [u / users[0] if users[0] else None for u in users]
    out["from_previous"] = [None] + [b / a if a else None for a, b in zip(users, users[1:])]
    out["dropped"] = [None] + [a - b for a, b in zip(users, users[1:])]
    return out
