# You ran the funnel inside each device. Someone who views on a phone and pays on a laptop becomes
# a drop-off twice: give each user one device, that of the first view, and keep all events.
# rule: segment
import pandas as pd

COLUMNS = ["device", "step", "event_name", "users", "from_start", "from_previous", "dropped"]


def funnel_by_device(events):
    known = events.fillna({"device": "unknown"})
    parts = [
        windowed_funnel(own).assign(device=device)
        for device, own in known.groupby("device")
    ]
    parts = [part for part in parts if part["users"].iloc[0] > 0]
    if not parts:
        return pd.DataFrame(columns=COLUMNS)
    return pd.concat(parts)[COLUMNS]
