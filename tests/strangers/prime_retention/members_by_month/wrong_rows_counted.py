# memberships counted, not customers
import pandas as pd


def members_by_month(prime_memberships, params):
    p = prime_memberships.dropna(subset=["customer_id", "start_date"])
    p = p[p.end_date.isna() | (p.end_date > p.start_date)]
    if p.empty:
        return pd.DataFrame({"month": [], "members": []})
    as_of = params.as_of[0]
    months = pd.date_range(
        p.start_date.min().replace(day=1), as_of + pd.Timedelta(days=1), freq="MS"
    )
    months = [m for m in months if m + pd.offsets.MonthEnd(1) <= as_of]
    counts = [
        int(
            (
                (p.start_date < m + pd.offsets.MonthBegin(1))
                & (p.end_date.isna() | (p.end_date > m))
            ).sum()
        )
        for m in months
    ]
    return pd.DataFrame({"month": months, "members": counts})
