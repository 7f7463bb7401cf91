# style: plain Python: a set of users for each date
from datetime import timedelta

import pandas as pd


def daily_active_users(events):
    users = {}
    for time, name, user in zip(events["event_time"], events["event_name"], events["user_id"]):
        there = users.setdefault(time.date(), set())
        if name not in {"push_received", "background_sync"} and isinstance(user, str):
            there.add(user)
    rows = []
    day = min(users, default=None)
    while users and day <= max(users):
        rows.append((pd.Timestamp(day), len(users.get(day, ()))))
        day += timedelta(days=1)
    return pd.DataFrame(rows, columns=["day", "dau"])
