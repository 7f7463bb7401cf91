# Two slips: counts memberships instead of distinct customers, and an open membership (no end_date) is ended at as_of's month start, so it is missing in the last month when as_of closes that month.
import pandas as pd


def members_by_month(prime_memberships, params):
    as_of = params["as_of"].iloc[0]
    p = prime_memberships.dropna(subset=["customer_id", "start_date"]).copy()
    p = p[p["end_date"].isna() | (p["end_date"] > p["start_date"])]
    p["end_date"] = p["end_date"].fillna(as_of.replace(day=1))
    if len(p) == 0:
        return pd.DataFrame(columns=["month", "members"])
    stop = (as_of + pd.Timedelta(days=1)).to_period("M")
    m = p["start_date"].min().to_period("M")
    out = []
    while m < stop:
        n = ((p["start_date"] < (m + 1).start_time) & (p["end_date"] > m.start_time)).sum()
        out.append((m.start_time, int(n)))
        m += 1
    return pd.DataFrame(out, columns=["month", "members"])
