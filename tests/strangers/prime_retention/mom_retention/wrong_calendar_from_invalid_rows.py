# Slip: the calendar starts at the earliest start_date of all rows, also rows that are ignored (no customer, zero-length or inverted).
import pandas as pd


def mom_retention(prime_memberships, params):
    as_of = params["as_of"].iloc[0]
    starts = prime_memberships["start_date"].dropna()
    p = prime_memberships.dropna(subset=["customer_id", "start_date"])
    p = p[p["end_date"].isna() | (p["end_date"] > p["start_date"])]
    cols = ["month", "members_prev", "retained", "retention"]
    if starts.empty:
        return pd.DataFrame(columns=cols)
    last = (as_of + pd.Timedelta(days=1)).to_period("M") - 1
    rows, prev = [], None
    for m in pd.period_range(starts.min().to_period("M"), last, freq="M"):
        covered = (p["start_date"] <= m.end_time) & (p["end_date"].isna() | (p["end_date"] > m.start_time))
        now = set(p.loc[covered, "customer_id"])
        if prev is not None:
            kept = len(prev & now)
            rows.append((m.start_time, len(prev), kept, kept / len(prev) if prev else None))
        prev = now
    return pd.DataFrame(rows, columns=cols)
