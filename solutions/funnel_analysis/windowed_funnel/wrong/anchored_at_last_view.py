# Your window starts at the last view only. Whoever buys and then looks at one more page has no
# step left after that view: let every view open a window and keep the deepest step per user.
# rule: any_view
import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def windowed_funnel(events):
    known = events.dropna(subset=["user_id", "event_ts"]).sort_values("event_ts")
    users = [0, 0, 0, 0]
    for _, own in known.groupby("user_id"):
        views = own.loc[own["event_name"] == "view", "event_ts"]
        if views.empty:
            continue
        start = now = views.max()
        users[0] += 1
        for k, name in enumerate(STEPS[1:], start=1):
            times = own.loc[own["event_name"] == name, "event_ts"]
            times = times[(times >= now) & (times <= start + pd.Timedelta(days=7))]
            if times.empty:
                break
            users[k] += 1
            now = times.iloc[0]
    funnel = pd.DataFrame({"step": range(1, 5), "event_name": STEPS, "users": users})
    before = funnel["users"].shift()
    funnel["from_start"] = funnel["users"] / funnel["users"].iloc[0]
    funnel["from_previous"] = funnel["users"] / before
    funnel["dropped"] = before - funnel["users"]
    return funnel
