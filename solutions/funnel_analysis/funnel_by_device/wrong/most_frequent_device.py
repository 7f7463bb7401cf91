# You took the device that a user uses most. A user belongs to the device of the earliest view,
# even if everything else happens elsewhere.
# rule: segment
import pandas as pd

COLUMNS = ["device", "step", "event_name", "users", "from_start", "from_previous", "dropped"]


def funnel_by_device(events):
    known = events.dropna(subset=["user_id", "event_ts"]).fillna({"device": "unknown"})
    viewers = known.loc[known["event_name"] == "view", "user_id"].unique()
    known = known[known["user_id"].isin(viewers)]
    # mode() sorts equally frequent devices, so that [0] is the smallest of them
    home = known.groupby("user_id")["device"].agg(lambda devices: devices.mode()[0])
    parts = [
        windowed_funnel(own).assign(device=device)
        for device, own in known.groupby(known["user_id"].map(home))
    ]
    if not parts:
        return pd.DataFrame(columns=COLUMNS)
    return pd.concat(parts)[COLUMNS]
