# Only those who are members on the 1st are counted. Whoever joins later in the month is a member of it too,
# one covered day is enough: compare start_date with the first day of the next month.
# rule: member
import pandas as pd


def members_by_month(prime_memberships, params):
    m = prime_memberships.dropna(subset=["customer_id", "start_date"])
    m = m[m["end_date"].isna() | (m["end_date"] > m["start_date"])]
    stop = (params["as_of"].iloc[0] + pd.Timedelta(days=1)).replace(day=1)
    if m.empty:
        return pd.DataFrame(columns=["month", "members"])
    start = m["start_date"].min().replace(day=1)
    months = list(pd.date_range(start, stop, freq="MS", inclusive="left"))

    rows = []
    for month in months:
        covers = (m["start_date"] <= month) & (m["end_date"].isna() | (m["end_date"] > month))
        rows.append((month, m.loc[covers, "customer_id"].nunique()))
    return pd.DataFrame(rows, columns=["month", "members"])
