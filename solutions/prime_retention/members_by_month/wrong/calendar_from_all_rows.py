# The calendar starts with the earliest start_date of all rows, the invalid ones included. Drop the rows
# without a customer and those that end on or before their start first, then look for the first month.
# rule: valid
import pandas as pd


def members_by_month(prime_memberships, params):
    if prime_memberships["start_date"].isna().all():
        return pd.DataFrame(columns=["month", "members"])
    start = prime_memberships["start_date"].min().replace(day=1)
    m = prime_memberships.dropna(subset=["customer_id", "start_date"])
    m = m[m["end_date"].isna() | (m["end_date"] > m["start_date"])]
    stop = (params["as_of"].iloc[0] + pd.Timedelta(days=1)).replace(day=1)
    months = list(pd.date_range(start, stop, freq="MS", inclusive="left"))

    rows = []
    for month in months:
        next_month = month + pd.DateOffset(months=1)
        covers = (m["start_date"] < next_month) & (m["end_date"].isna() | (m["end_date"] > month))
        rows.append((month, m.loc[covers, "customer_id"].nunique()))
    return pd.DataFrame(rows, columns=["month", "members"])
