# Every customer is stretched from the first start to the last end, so the time between two memberships is
# filled: a year away counts as loyal. Keep each membership's own interval and test it against each month.
# rule: customers
import pandas as pd


def members_by_month(prime_memberships, params):
    m = prime_memberships.dropna(subset=["customer_id", "start_date"])
    m = m[m["end_date"].isna() | (m["end_date"] > m["start_date"])]
    stop = (params["as_of"].iloc[0] + pd.Timedelta(days=1)).replace(day=1)
    m = m.assign(end_date=m["end_date"].fillna(pd.Timestamp("2100-01-01")))
    m = m.groupby("customer_id", as_index=False).agg({"start_date": "min", "end_date": "max"})
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
