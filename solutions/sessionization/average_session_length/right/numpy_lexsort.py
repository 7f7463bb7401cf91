# Style: numpy only: one lexsort, breaks where the user changes or the gap is long, np.split into sessions.
import numpy as np
import pandas as pd


def average_session_length(clickstream):
    known = clickstream.dropna(subset=["user_id", "ts"])
    user = known["user_id"].to_numpy(dtype="int64")
    us = known["ts"].to_numpy().astype("datetime64[us]").astype("int64")
    order = np.lexsort([us, user])
    user, us = user[order], us[order]
    if len(us) == 0:
        return pd.DataFrame({"sessions": [0], "avg_session_minutes": [pd.NA]})
    breaks = 1 + np.flatnonzero((np.diff(user) != 0) | (np.diff(us) > 30 * 60 * 1_000_000))
    lengths = [part[-1] - part[0] for part in np.split(us, breaks)]
    average = np.mean(lengths) / 6e7
    return pd.DataFrame({"sessions": [np.int32(len(lengths))], "avg_session_minutes": [average]})
