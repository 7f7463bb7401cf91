# The running month is in the result although it is not over: half a month of joiners and leavers looks like a
# collapse or a jump. Stop at the last month whose last day is on or before as_of.
# rule: complete
import pandas as pd


def members_by_month(prime_memberships, params):
    m = prime_memberships.dropna(subset=["customer_id", "start_date"])
    m = m[m["end_date"].isna() | (m["end_date"] > m["start_date"])]
    stop = params["as_of"].iloc[0].replace(day=1) + pd.DateOffset(months=1)
    if m.empty:
        return pd.DataFrame(columns=["month", "members"])
    start = m["start_date"].min().replace(day=1)
    months = list(pd.date_range(start, stop, freq="MS", inclusive="left"))

    rows = []
    for month in months:
        next_month = month + pd.DateOffset(months=1)
        covers = (m["start_date"] < next_month) & (m["end_date"].isna() | (m["end_date"] > month))
        rows.append((month, m.loc[covers, "customer_id"].nunique()))
    return pd.DataFrame(rows, columns=["month", "members"])
