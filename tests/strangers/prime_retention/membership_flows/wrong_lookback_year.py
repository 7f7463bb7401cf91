# not listed: someone away for more than twelve months is taken for new (look-back of one year)
import pandas as pd


def membership_flows(prime_memberships, params):
    p = prime_memberships.dropna(subset=["customer_id", "start_date"])
    p = p[p.end_date.isna() | (p.end_date > p.start_date)]
    rows, sets = [], []
    if len(p):
        m = p.start_date.min().replace(day=1)
        while (n := m + pd.DateOffset(months=1)) - pd.Timedelta(days=1) <= params.as_of[0]:
            now = set(p.customer_id[(p.start_date < n) & (p.end_date.isna() | (p.end_date > m))])
            prev = sets[-1] if sets else set()
            ever = set().union(*sets[-12:])
            gone = len(prev - now)
            rows.append(
                (
                    m,
                    len(now),
                    len(now - ever),
                    len(now & prev),
                    len((now & ever) - prev),
                    gone,
                    gone / len(prev) if prev else None,
                )
            )
            sets.append(now)
            m = n
    return pd.DataFrame(
        rows,
        columns=["month", "members", "new", "retained", "resurrected", "churned", "churn_rate"],
    )
