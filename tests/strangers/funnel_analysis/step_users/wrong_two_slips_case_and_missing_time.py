# Two slips: event names are matched after lower-casing and stripping ('View' counts), and rows without a timestamp are counted.
import pandas as pd


def step_users(events):
    steps = pd.DataFrame(
        {"step": [1, 2, 3, 4], "event_name": ["view", "add_to_cart", "checkout", "purchase"]}
    )
    e = events.dropna(subset=["user_id", "event_name"])
    e = e.assign(event_name=e["event_name"].str.strip().str.lower())
    per = e.groupby("event_name")["user_id"].nunique().rename("users").reset_index()
    out = steps.merge(per, on="event_name", how="left")
    out["users"] = out["users"].fillna(0).astype("int64")
    return out.sort_values("step")
