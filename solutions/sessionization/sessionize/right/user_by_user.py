# Style: numpy per user, frames concatenated; page_url becomes categorical, user_id an object column.
import numpy as np
import pandas as pd


def sessionize(clickstream):
    columns = ["user_id", "session_number", "ts", "page_url"]
    parts = [pd.DataFrame({name: [] for name in columns})]
    known = clickstream.dropna(subset=["user_id", "ts"])
    for _, clicks in known.groupby("user_id"):
        clicks = clicks.sort_values(["ts", "page_url"])
        gaps = np.diff(clicks["ts"].to_numpy())
        numbers = np.concatenate([[1], 1 + np.cumsum(gaps > np.timedelta64(30, "m"))])
        parts.append(clicks.assign(session_number=numbers.astype("int32")))
    result = pd.concat(parts[1:] or parts, ignore_index=True)[columns]
    return result.astype({"page_url": "category", "user_id": object})
