# Slip: drop_duplicates on user_id alone keeps one event per user before counting, so each user is counted only in the step of his first row by time.
import pandas as pd


def step_users(events):
    order = {"view": 1, "add_to_cart": 2, "checkout": 3, "purchase": 4}
    e = events.dropna(subset=["user_id", "event_ts"]).sort_values("event_ts", kind="stable")
    e = e[e["event_name"].isin(list(order))].drop_duplicates("user_id")
    counts = e.groupby("event_name")["user_id"].nunique()
    out = pd.DataFrame({"event_name": list(order), "step": list(order.values())})
    out["users"] = out["event_name"].map(counts).fillna(0).astype("int64")
    return out[["step", "event_name", "users"]]
