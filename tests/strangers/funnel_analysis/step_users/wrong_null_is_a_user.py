# NULL user counted as a user
import pandas as pd


def step_users(events):
    e = events[events["event_ts"].notna()]
    return pd.DataFrame([(i, n, e.loc[e["event_name"] == n, "user_id"].nunique(dropna=False))
                         for i, n in enumerate(["view", "add_to_cart", "checkout", "purchase"], 1)], columns=["step", "event_name", "users"])
