# Plain merges on user_id and a filter on the times, reduced to one row per user at each step.
import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def ordered_funnel(events):
    known = events.dropna(subset=["user_id", "event_ts"])
    times = {
        name: known.loc[known["event_name"] == name, ["user_id", "event_ts"]] for name in STEPS
    }
    reached = times["view"].groupby("user_id", as_index=False)["event_ts"].min()
    users = [len(reached)]
    for name in STEPS[1:]:
        both = reached.merge(times[name], on="user_id", suffixes=("_before", ""))
        both = both[both["event_ts_before"] <= both["event_ts"]]
        reached = both.groupby("user_id", as_index=False)["event_ts"].min()
        users.append(len(reached))
    start = users[0] or None
    return pd.DataFrame(
        {
            "step": [1, 2, 3, 4],
            "event_name": pd.Categorical(STEPS, categories=STEPS),
            "users": users,
            "from_start": [n / start if start else None for n in users],
            "from_previous": [None] + [b / a if a else None for a, b in zip(users, users[1:])],
            "dropped": [None] + [a - b for a, b in zip(users, users[1:])],
        }
    )
