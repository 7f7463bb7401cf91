# You let users skip a step: whoever checks out without a cart goes on in your funnel. If a user
# has no event for a step, the chain ends there.
# rule: no_gap
import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def ordered_funnel(events):
    known = events.dropna(subset=["user_id", "event_ts"]).sort_values("event_ts")
    users = {name: set() for name in STEPS}
    for user, own in known.groupby("user_id"):
        views = own.loc[own["event_name"] == "view", "event_ts"]
        if views.empty:
            continue
        users["view"].add(user)
        now = views.iloc[0]
        for name in STEPS[1:]:
            later = own.loc[(own["event_name"] == name) & (own["event_ts"] >= now), "event_ts"]
            if not later.empty:
                users[name].add(user)
                now = later.iloc[0]
    funnel = pd.DataFrame({"step": range(1, 5), "event_name": STEPS, "users": [len(users[n]) for n in STEPS]})
    before = funnel["users"].shift()
    funnel["from_start"] = funnel["users"] / funnel["users"].iloc[0]
    funnel["from_previous"] = funnel["users"] / before
    funnel["dropped"] = before - funnel["users"]
    return funnel
