# You filled the gaps with 0. Step 1 has no step before it, and a share of nobody is unknown, not
# zero: leave from_previous and dropped missing in step 1, and a ratio missing when its
# denominator is 0.
# rule: ratios
import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def ordered_funnel(events):
    known = events.dropna(subset=["user_id", "event_ts"]).sort_values("event_ts")
    users = [0, 0, 0, 0]
    for _, own in known.groupby("user_id"):
        now = None
        for k, name in enumerate(STEPS):
            times = own.loc[own["event_name"] == name, "event_ts"]
            if now is not None:
                times = times[times >= now]
            if times.empty:
                break
            users[k] += 1
            now = times.iloc[0]
    funnel = pd.DataFrame({"step": range(1, 5), "event_name": STEPS, "users": users})
    before = funnel["users"].shift()
    funnel["from_start"] = (funnel["users"] / funnel["users"].iloc[0]).fillna(0)
    funnel["from_previous"] = (funnel["users"] / before).fillna(0)
    funnel["dropped"] = (before - funnel["users"]).fillna(0)
    return funnel
