import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def step_users(events):
    known = events.dropna(subset=["user_id", "event_ts"])
    users = known.groupby("event_name")["user_id"].nunique()
    # reindex drops the other names, adds the steps that nobody did, and fixes the order
    return pd.DataFrame(
        {
            "step": range(1, 5),
            "event_name": STEPS,
            "users": users.reindex(STEPS, fill_value=0).to_numpy(),
        }
    )
