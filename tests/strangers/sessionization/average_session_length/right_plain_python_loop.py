from collections import defaultdict
from datetime import timedelta

import pandas as pd


def average_session_length(clickstream):
    clicks = defaultdict(list)
    for user, ts in zip(clickstream["user_id"], clickstream["ts"]):
        if not pd.isna(user) and not pd.isna(ts):
            clicks[int(user)].append(ts.to_pydatetime())

    lengths = []
    for times in clicks.values():
        times.sort()
        start = prev = times[0]
        for t in times[1:]:
            if t - prev > timedelta(minutes=30):
                lengths.append((prev - start) / timedelta(minutes=1))
                start = t
            prev = t
        lengths.append((prev - start) / timedelta(minutes=1))

    mean = sum(lengths) / len(lengths) if lengths else None
    return pd.DataFrame({"sessions": [len(lengths)], "avg_session_minutes": [mean]})
