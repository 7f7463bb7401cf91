# not listed: thinks February always ends on the 28th (leap years forgotten)
import pandas as pd

LAST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def members_by_month(prime_memberships, params):
    p = prime_memberships.dropna(subset=["customer_id", "start_date"])
    p = p[p.end_date.isna() | (p.end_date > p.start_date)]
    t = params.as_of.iloc[0]
    last = t.year * 12 + t.month - 1
    if t.day < LAST[t.month - 1]:
        last -= 1
    rows = []
    if len(p):
        s = p.start_date.min()
        for m in range(s.year * 12 + s.month - 1, last + 1):
            lo = pd.Timestamp(m // 12, m % 12 + 1, 1)
            hi = pd.Timestamp((m + 1) // 12, (m + 1) % 12 + 1, 1)
            ok = (p.start_date < hi) & (p.end_date.isna() | (p.end_date > lo))
            rows.append((lo, p.customer_id[ok].nunique()))
    return pd.DataFrame(rows, columns=["month", "members"])
