# Memberships without an end_date are lost: a comparison with a missing date is never true, so every current
# member disappears. Ask for end_date missing or end_date > first day of the month.
# rule: interval
import pandas as pd

COLUMNS = ["month", "members", "new", "retained", "resurrected", "churned", "churn_rate"]


def membership_flows(prime_memberships, params):
    m = prime_memberships.dropna(subset=["customer_id", "start_date"])
    m = m[m["end_date"].isna() | (m["end_date"] > m["start_date"])]
    stop = (params["as_of"].iloc[0] + pd.Timedelta(days=1)).replace(day=1)
    if m.empty:
        return pd.DataFrame(columns=COLUMNS)
    start = m["start_date"].min().replace(day=1)
    months = list(pd.date_range(start, stop, freq="MS", inclusive="left"))

    members = {}
    for month in months:
        next_month = month + pd.DateOffset(months=1)
        covers = (m["start_date"] < next_month) & (m["end_date"] > month)
        members[month] = set(m.loc[covers, "customer_id"])

    rows, before, seen = [], set(), set()
    for month in months:
        now = members[month]
        churned = len(before - now)
        rows.append((
            month,
            len(now),
            len(now - seen),
            len(now & before),
            len((now & seen) - before),
            churned,
            churned / len(before) if before else None,
        ))
        before, seen = now, seen | now
    return pd.DataFrame(rows, columns=COLUMNS)
