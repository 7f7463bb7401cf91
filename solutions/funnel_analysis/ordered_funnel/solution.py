import pandas as pd

STEPS = ["view", "add_to_cart", "checkout", "purchase"]


def ordered_funnel(events):
    known = (
        events.dropna(subset=["user_id", "event_ts"])
        .astype({"user_id": "int64"})
        .sort_values("event_ts")
    )
    is_step = known["event_name"]
    # One row per user in the funnel: when they got as far as the current step.
    front = known.loc[is_step == "view", ["user_id", "event_ts"]].drop_duplicates("user_id")
    users = [len(front)]
    for name in STEPS[1:]:
        # The first event of the next step at or after that time; users without one leave here.
        front = pd.merge_asof(
            front.rename(columns={"event_ts": "not_before"}),
            known.loc[is_step == name, ["user_id", "event_ts"]],
            left_on="not_before",
            right_on="event_ts",
            by="user_id",
            direction="forward",
        )
        front = front[["user_id", "event_ts"]].dropna().sort_values("event_ts")
        users.append(len(front))

    funnel = pd.DataFrame({"step": range(1, 5), "event_name": STEPS, "users": users})
    before = funnel["users"].shift()
    funnel["from_start"] = (
        funnel["users"] / funnel["users"].iloc[0]
    )  # 0 / 0 is NaN, as it should be
    funnel["from_previous"] = funnel["users"] / before
    funnel["dropped"] = (before - funnel["users"]).astype("Int64")
    return funnel
