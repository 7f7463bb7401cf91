# Plain Python: a set of customers per month number, fractions as Decimal, months as datetime.date.
import datetime as dt
from collections import defaultdict
from decimal import Decimal

import pandas as pd


def mom_retention(prime_memberships, params):
    def number(day):
        return day.year * 12 + day.month - 1

    stop = number(params["as_of"].iloc[0] + dt.timedelta(days=1))
    members = defaultdict(set)
    start_numbers = []
    for row in prime_memberships.to_dict("records"):
        who, start, end = row["customer_id"], row["start_date"], row["end_date"]
        if pd.isna(who) or pd.isna(start) or end <= start:
            continue
        start_numbers.append(number(start))
        last = stop - 1 if pd.isna(end) else min(stop - 1, number(end - dt.timedelta(days=1)))
        for month in range(number(start), last + 1):
            members[month].add(who)

    rows = []
    for month in range(min(start_numbers, default=stop) + 1, stop):
        before, both = members[month - 1], members[month - 1] & members[month]
        rows.append({
            "retention": Decimal(len(both)) / len(before) if before else None,
            "retained": len(both),
            "members_prev": len(before),
            "month": dt.date(month // 12, month % 12 + 1, 1),
        })
    return pd.DataFrame(rows, columns=["retention", "retained", "members_prev", "month"])
