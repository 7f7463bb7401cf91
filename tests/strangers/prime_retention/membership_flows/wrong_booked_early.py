# booked a month early
import pandas as pd


def membership_flows(prime_memberships, params):
    p = prime_memberships.dropna(subset=["customer_id", "start_date"])
    p = p[p.end_date.isna() | (p.end_date > p.start_date)]
    sets, months = [], []
    if len(p):
        m = p.start_date.min().replace(day=1)
        while (n := m + pd.DateOffset(months=1)) - pd.Timedelta(days=1) <= params.as_of[0]:
            sets.append(
                set(p.customer_id[(p.start_date < n) & (p.end_date.isna() | (p.end_date > m))])
            )
            months.append(m)
            m = n
    rows, ever, prev = [], set(), set()
    for i, (m, now) in enumerate(zip(months, sets)):
        nxt = sets[i + 1] if i + 1 < len(sets) else now
        gone = len(now - nxt)
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
        ever |= now
        prev = now
    return pd.DataFrame(
        rows,
        columns=["month", "members", "new", "retained", "resurrected", "churned", "churn_rate"],
    )
