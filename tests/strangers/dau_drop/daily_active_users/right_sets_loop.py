# style: plain Python loop, one set of users per ordinal day
import datetime as dt
import pandas as pd

PASSIVE = {"push_received", "background_sync"}

def daily_active_users(events):
    users = {}
    for t, name, uid in zip(events["event_time"], events["event_name"], events["user_id"]):
        bucket = users.setdefault(pd.Timestamp(t).toordinal(), set())
        if name not in PASSIVE and not pd.isna(uid):
            bucket.add(uid)
    if not users:
        return pd.DataFrame({"day": pd.Series([], dtype="datetime64[ns]"), "dau": pd.Series([], dtype="int64")})
    rows = []
    for o in range(min(users), max(users) + 1):
        rows.append((pd.Timestamp(dt.date.fromordinal(o)), len(users.get(o, ()))))
    return pd.DataFrame(rows, columns=["day", "dau"])
