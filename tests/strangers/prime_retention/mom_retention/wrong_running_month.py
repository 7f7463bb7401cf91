# the running month included
import pandas as pd


def mom_retention(prime_memberships, params):
    p = prime_memberships[
        prime_memberships.customer_id.notna() & prime_memberships.start_date.notna()
    ]
    p = p[~(p.end_date <= p.start_date)]
    cal = [] if p.empty else list(pd.period_range(p.start_date.min(), params.as_of[0], freq="M"))
    sets = {
        c: set(p.customer_id[(p.start_date <= c.end_time) & ~(p.end_date <= c.start_time)])
        for c in cal
    }
    rows = [
        {
            "month": b.start_time,
            "members_prev": len(sets[a]),
            "retained": len(sets[a] & sets[b]),
            "retention": len(sets[a] & sets[b]) / len(sets[a]) if sets[a] else None,
        }
        for a, b in zip(cal, cal[1:])
    ]
    return pd.DataFrame(rows, columns=["month", "members_prev", "retained", "retention"])
