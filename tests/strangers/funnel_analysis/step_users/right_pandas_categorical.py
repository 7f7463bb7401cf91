import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def step_users(events):
    e = events.dropna(subset=["user_id", "event_ts"])
    users = e.groupby("event_name")["user_id"].nunique().reindex(STEPS, fill_value=0)
    return pd.DataFrame({"users": users.astype("float64").to_numpy(),
                         "event_name": pd.Categorical(STEPS, categories=STEPS, ordered=True),
                         "step": pd.array([1, 2, 3, 4], dtype="Int8")}, index=list("wxyz"))
