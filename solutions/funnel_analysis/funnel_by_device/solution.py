import pandas as pd


def funnel_by_device(events):
    known = events.dropna(subset=["user_id", "event_ts"]).fillna({"device": "unknown"})

    # Where a user belongs: the device of the first view, equal times by device.
    views = known[known["event_name"] == "view"].sort_values(["event_ts", "device"])
    home = views.drop_duplicates("user_id").set_index("user_id")["device"]

    # All events of a user go with that device; those of users without a view go nowhere.
    belongs_to = known["user_id"].map(home)
    funnels = [
        windowed_funnel(its_events).assign(device=device)
        for device, its_events in known.groupby(belongs_to)
    ]
    columns = ["device", "step", "event_name", "users", "from_start", "from_previous", "dropped"]
    if not funnels:
        return pd.DataFrame(columns=columns)
    return pd.concat(funnels, ignore_index=True)[columns]
