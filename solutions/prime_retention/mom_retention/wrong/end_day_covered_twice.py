# The day on which a membership ends is counted as covered, also by rows that end on the day they start. It
# is the first day without the membership: compare with > and not >=, both times.
# rule: interval
import pandas as pd


def mom_retention(prime_memberships, params):
    m = prime_memberships.dropna(subset=["customer_id", "start_date"])
    m = m[m["end_date"].isna() | (m["end_date"] >= m["start_date"])]
    stop = (params["as_of"].iloc[0] + pd.Timedelta(days=1)).replace(day=1)
    if m.empty:
        return pd.DataFrame(columns=["month", "members_prev", "retained", "retention"])
    start = m["start_date"].min().replace(day=1)
    months = list(pd.date_range(start, stop, freq="MS", inclusive="left"))

    members = {}
    for month in months:
        next_month = month + pd.DateOffset(months=1)
        covers = (m["start_date"] < next_month) & (m["end_date"].isna() | (m["end_date"] >= month))
        members[month] = set(m.loc[covers, "customer_id"])

    rows = []
    for before, now in zip(months, months[1:]):
        both = members[before] & members[now]
        retention = len(both) / len(members[before]) if members[before] else None
        rows.append((now, len(members[before]), len(both), retention))
    return pd.DataFrame(rows, columns=["month", "members_prev", "retained", "retention"])
