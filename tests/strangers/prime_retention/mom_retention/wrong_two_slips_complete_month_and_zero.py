# Two slips: the month that as_of completes is left out (as_of's own month is always treated as running), and retention is 0.0 instead of NULL when there were no members before.
import pandas as pd


def mom_retention(prime_memberships, params):
    as_of = params["as_of"].iloc[0]
    p = prime_memberships[prime_memberships[["customer_id", "start_date"]].notna().all(axis=1)]
    p = p[~(p["end_date"] <= p["start_date"])]
    cols = ["month", "members_prev", "retained", "retention"]
    if p.empty:
        return pd.DataFrame(columns=cols)
    far = pd.Timestamp("2200-01-01")
    months = pd.date_range(p["start_date"].min().replace(day=1), as_of.replace(day=1), freq="MS", inclusive="left")
    sets = []
    for m in months:
        on = (p["start_date"] < m + pd.DateOffset(months=1)) & (p["end_date"].fillna(far) > m)
        sets.append(set(p.loc[on, "customer_id"].astype("int64")))
    rows = []
    for m, a, b in zip(months[1:], sets, sets[1:]):
        rows.append((m, len(a), len(a & b), len(a & b) / len(a) if a else 0.0))
    return pd.DataFrame(rows, columns=cols)
