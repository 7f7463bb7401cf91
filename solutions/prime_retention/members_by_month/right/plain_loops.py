# Loops over rows, sets of customers, datetime.date objects.
import datetime as dt

import pandas as pd


def next_month(day):
    return dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)


def members_by_month(prime_memberships, params):
    as_of = params.loc[0, "as_of"].date()
    spans = []
    for row in prime_memberships.itertuples(index=False):
        if pd.isna(row.customer_id) or pd.isna(row.start_date):
            continue
        end = dt.date.max if pd.isna(row.end_date) else row.end_date.date()
        if end > row.start_date.date():
            spans.append((int(row.customer_id), row.start_date.date(), end))

    result = {"month": [], "members": []}
    month = min((start for _, start, _ in spans), default=dt.date.max).replace(day=1)
    while month <= as_of and next_month(month) - dt.timedelta(days=1) <= as_of:
        after = next_month(month)
        result["month"].append(month)
        result["members"].append(len({who for who, start, end in spans if start < after and end > month}))
        month = after
    return pd.DataFrame(result)
