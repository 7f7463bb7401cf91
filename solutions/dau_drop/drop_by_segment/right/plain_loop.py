# style: plain Python: sets and counters in dictionaries
from collections import Counter, defaultdict

import pandas as pd


def drop_by_segment(events, period):
    before, after = period["before_day"].iloc[0].date(), period["after_day"].iloc[0].date()
    users, orphans, segments, everybody = defaultdict(set), Counter(), set(), defaultdict(set)
    for row in events.itertuples():
        day = row.event_time.date()
        if row.event_name in ("push_received", "background_sync") or day not in (before, after):
            continue
        for dimension in ("platform", "country", "app_version"):
            value = getattr(row, dimension)
            key = dimension, value if isinstance(value, str) else "unknown"
            segments.add(key)
            if isinstance(row.user_id, str):
                users[key, day].add(row.user_id)
                everybody[day].add(row.user_id)
            else:
                orphans[key, day] += 1
    total = len(everybody[after]) - len(everybody[before])
    rows = []
    for key in sorted(segments):
        n, m = len(users[key, before]), len(users[key, after])
        share = (m - n) / total if total else None
        rows.append((*key, n, m, m - n, share, orphans[key, before], orphans[key, after]))
    names = "dimension segment dau_before dau_after change share_of_change"
    return pd.DataFrame(rows, columns=[*names.split(), "orphans_before", "orphans_after"])
