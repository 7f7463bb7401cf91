# Pandas, existential: all chains of a user by repeated merges (bounded by the view + 7 days).
import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def windowed_funnel(events):
    known = events.dropna(subset=["user_id", "event_ts"]).drop_duplicates(
        ["user_id", "event_ts", "event_name"]
    )
    chains = known.loc[known["event_name"] == "view", ["user_id", "event_ts"]]
    chains = chains.rename(columns={"event_ts": "last"})
    chains["end"] = chains["last"] + pd.DateOffset(days=7)
    users = [chains["user_id"].nunique()]
    for name in STEPS[1:]:
        nexts = known.loc[known["event_name"] == name, ["user_id", "event_ts"]]
        chains = chains.merge(nexts, on="user_id").query("last <= event_ts <= end")
        chains = chains[["user_id", "event_ts", "end"]].rename(columns={"event_ts": "last"})
        chains = chains.drop_duplicates()
        users.append(chains["user_id"].nunique())
    funnel = pd.DataFrame({"step": range(1, 5), "event_name": STEPS, "users": users})
    funnel["from_start"] = funnel["users"] / funnel["users"].max()
    funnel["from_previous"] = funnel["users"].div(funnel["users"].shift())
    funnel["dropped"] = -funnel["users"].diff()
    return funnel
