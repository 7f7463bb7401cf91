# Every customer is stretched from the first start to the last end, so the time between two memberships is
# filled: a year away counts as loyal. Keep each membership's own interval and test it against each month.
# rule: customers
import pandas as pd

COLUMNS = ["month", "members", "new", "retained", "resurrected", "churned", "churn_rate"]


def membership_flows(prime_memberships, params):
    m = prime_memberships.dropna(subset=["customer_id", "start_date"])
    m = m[m["end_date"].isna() | (m["end_date"] > m["start_date"])]
    stop = (params["as_of"].iloc[0] + pd.Timedelta(days=1)).replace(day=1)
    m = m.assign(end_date=m["end_date"].fillna(pd.Timestamp("2100-01-01")))
    m = m.groupby("customer_id", as_index=False).agg({"start_date": "min", "end_date": "max"})
    if m.empty:
        return pd.DataFrame(columns=COLUMNS)
    start = m["start_date"].min().replace(day=1)
    months = list(pd.date_range(start, stop, freq="MS", inclusive="left"))

    members = {}
    for month in months:
        next_month = month + pd.DateOffset(months=1)
        covers = (m["start_date"] < next_month) & (m["end_date"].isna() | (m["end_date"] > month))
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
