# You asked only whether a user did all the steps so far, not when. Somebody who put things into
# the cart, left, and looked at a page a day later did not go from view to cart: the times must
# not go back.
# rule: chain
import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def ordered_funnel(events):
    known = events.dropna(subset=["user_id", "event_ts"])
    reached, users = None, []
    for name in STEPS:
        did_it = set(known.loc[known["event_name"] == name, "user_id"])
        reached = did_it if reached is None else reached & did_it
        users.append(len(reached))
    funnel = pd.DataFrame({"step": range(1, 5), "event_name": STEPS, "users": users})
    before = funnel["users"].shift()
    funnel["from_start"] = funnel["users"] / funnel["users"].iloc[0]
    funnel["from_previous"] = funnel["users"] / before
    funnel["dropped"] = before - funnel["users"]
    return funnel
