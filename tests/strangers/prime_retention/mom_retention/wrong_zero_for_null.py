# 0 instead of NULL
import pandas as pd


def mom_retention(prime_memberships, params):
    p = prime_memberships.dropna(subset=["customer_id", "start_date"])
    p = p[p.end_date.isna() | (p.end_date > p.start_date)]
    rows, prev = [], None
    if len(p):
        m = p.start_date.min().replace(day=1)
        while m + pd.offsets.MonthEnd(1) <= params.as_of[0]:
            ok = (p.start_date <= m + pd.offsets.MonthEnd(1)) & (
                p.end_date.isna() | (p.end_date > m)
            )
            now = set(p.customer_id[ok])
            if prev is not None:
                rows.append(
                    (m, len(prev), len(prev & now), len(prev & now) / len(prev) if prev else 0)
                )
            prev = now
            m = m + pd.offsets.MonthBegin(1)
    return pd.DataFrame(rows, columns=["month", "members_prev", "retained", "retention"])
