# style: plain Python: a list of rows for each week, from the first Monday on
from collections import Counter
from datetime import timedelta

import pandas as pd


def weekly_candidates(visits, orders):
    came = [(user, day.date()) for user, day in visits.itertuples(index=False)]
    placed = [(o.user_id, o.order_date.date(), o.amount, o.status) for o in orders.itertuples()]
    days = [day for _, day in came] + [row[1] for row in placed]
    rows = []
    monday = min(days) - timedelta(days=min(days).weekday()) if days else None
    while days and monday <= max(days):
        this_week = {monday + timedelta(days=n) for n in range(7)}
        sold = [row for row in placed if row[1] in this_week and row[3] != "cancelled"]
        times = Counter(user for user, *_ in sold)
        rows.append(
            (
                pd.Timestamp(monday),
                len({user for user, day in came if day in this_week}),
                len(times),
                sum(n > 1 for n in times.values()),
                len(sold),
                sum(amount for *_, amount, status in sold if status == "delivered"),
            )
        )
        monday += timedelta(days=7)
    names = ["week_start", "active_users", "buyers", "repeat_buyers", "orders", "kept_revenue"]
    return pd.DataFrame(rows, columns=names)
