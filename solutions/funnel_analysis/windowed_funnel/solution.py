import pandas as pd

STEPS = {"view": 1, "add_to_cart": 2, "checkout": 3, "purchase": 4}
WINDOW = pd.Timedelta(days=7)


def windowed_funnel(events):
    known = events.dropna(subset=["user_id", "event_ts"])
    known = known.assign(step=known["event_name"].map(STEPS)).dropna(subset=["step"])
    # Within a user by time; at equal times by step, so that equal times are in order.
    known = known.sort_values(["user_id", "event_ts", "step"])
    user, time, step = known["user_id"], known["event_ts"], known["step"]

    # The other way round: for each event, the latest view from which a chain leads up to it.
    # The latest is the best, because the window is measured from there.
    started = time.where(step == 1)
    users = [user[step == 1].nunique()]
    for k in (2, 3, 4):
        started = started.groupby(user).ffill().where(step == k)
        users.append(user[time - started <= WINDOW].nunique())

    funnel = pd.DataFrame({"step": range(1, 5), "event_name": list(STEPS), "users": users})
    before = funnel["users"].shift()
    funnel["from_start"] = funnel["users"] / funnel["users"].iloc[0]
    funnel["from_previous"] = funnel["users"] / before
    funnel["dropped"] = (before - funnel["users"]).astype("Int64")
    return funnel
