# Slip: the calendar runs to the month of as_of even when that month is not complete.
import pandas as pd


def members_by_month(prime_memberships, params):
    p = prime_memberships.dropna(subset=["customer_id", "start_date"])
    p = p[p["end_date"].isna() | (p["end_date"] > p["start_date"])]
    if p.empty:
        return pd.DataFrame({"month": pd.Series(dtype="datetime64[us]"), "members": pd.Series(dtype="int64")})
    months = pd.period_range(p["start_date"].min(), params["as_of"].iloc[0], freq="M")
    rows = []
    for m in months:
        first, nxt = m.to_timestamp(), (m + 1).to_timestamp()
        here = (p["start_date"] < nxt) & (p["end_date"].isna() | (p["end_date"] > first))
        rows.append({"month": first, "members": p.loc[here, "customer_id"].nunique()})
    return pd.DataFrame(rows, columns=["month", "members"])
