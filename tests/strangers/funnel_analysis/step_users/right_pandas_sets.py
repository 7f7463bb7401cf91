import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def step_users(events):
    ok = events[events["user_id"].notna() & events["event_ts"].notna()]
    return pd.DataFrame(
        {
            "step": range(1, 5),
            "event_name": STEPS,
            "users": [ok.loc[ok["event_name"].eq(s), "user_id"].nunique() for s in STEPS],
        }
    )
