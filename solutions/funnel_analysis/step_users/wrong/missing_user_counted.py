# You counted the missing user_id as if it were a person: unique() and a set keep the missing
# value, nunique() and COUNT(DISTINCT ...) do not. Drop rows without a user_id first.
# rule: missing
import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def step_users(events):
    timed = events[events["event_ts"].notna()]
    return pd.DataFrame(
        [
            {"step": k, "event_name": name, "users": len(timed.loc[timed["event_name"] == name, "user_id"].unique())}
            for k, name in enumerate(STEPS, start=1)
        ]
    )
