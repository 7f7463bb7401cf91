# You lost the users whose first view has no device: a missing key drops out of pandas groups and out
# of joins. Name the missing device 'unknown' before you group.
# rule: unknown
import pandas as pd

COLUMNS = ["device", "step", "event_name", "users", "from_start", "from_previous", "dropped"]


def funnel_by_device(events):
    known = events.dropna(subset=["user_id", "event_ts"])
    views = known[known["event_name"] == "view"]
    views = views.assign(order=views["device"].fillna("unknown")).sort_values(["event_ts", "order"])
    home = views.drop_duplicates("user_id").set_index("user_id")["device"]
    parts = [
        windowed_funnel(own).assign(device=device)
        for device, own in known.groupby(known["user_id"].map(home))
    ]
    if not parts:
        return pd.DataFrame(columns=COLUMNS)
    return pd.concat(parts)[COLUMNS]
