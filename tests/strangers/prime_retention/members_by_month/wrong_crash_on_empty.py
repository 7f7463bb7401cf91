# not listed: right but for an error when no row is valid
import pandas as pd


def members_by_month(prime_memberships, params):
    p = prime_memberships.dropna(subset=["customer_id", "start_date"])
    p = p[p.end_date.isna() | (p.end_date > p.start_date)]
    months = pd.period_range(p.start_date.min(), params.as_of[0] + pd.Timedelta(days=1), freq="M")[
        :-1
    ]
    rows = []
    for m in months:
        ok = (p.start_date <= m.end_time) & (p.end_date.isna() | (p.end_date > m.start_time))
        rows.append({"month": m.start_time, "members": p.loc[ok, "customer_id"].nunique()})
    return pd.DataFrame(rows, columns=["month", "members"])
