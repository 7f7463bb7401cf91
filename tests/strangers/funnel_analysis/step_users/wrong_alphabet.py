# alphabetical step order
import pandas as pd


def step_users(events):
    e = events.dropna(subset=["user_id", "event_ts"])
    n = e.groupby("event_name")["user_id"].nunique()
    names = sorted(["view", "add_to_cart", "checkout", "purchase"])
    return pd.DataFrame({"step": [1, 2, 3, 4], "event_name": names, "users": [int(n.get(x, 0)) for x in names]})
