# Slip: the last covered day is taken as end_date itself (end_date counted as covered), so an end on the 1st adds one month.
import pandas as pd


def membership_flows(prime_memberships, params):
    cols = ["month", "members", "new", "retained", "resurrected", "churned", "churn_rate"]
    p = prime_memberships.dropna(subset=["customer_id", "start_date"]).copy()
    p = p[~(p["end_date"] <= p["start_date"])]
    if p.empty:
        return pd.DataFrame(columns=cols)
    after = params["as_of"].iloc[0] + pd.Timedelta(days=1)
    last = after.year * 12 + after.month - 2
    a = p["start_date"].dt.year * 12 + p["start_date"].dt.month - 1
    b = (p["end_date"].dt.year * 12 + p["end_date"].dt.month - 1).fillna(last).clip(upper=last)
    months = {}
    for cust, x, y in zip(p["customer_id"].astype("int64"), a.astype("int64"), b.astype("int64")):
        months.setdefault(cust, set()).update(range(x, y + 1))
    first = int(a.min())
    n = last - first + 1
    out = pd.DataFrame(0, index=range(max(n, 0)), columns=cols[1:6])
    prev = [0] * max(n, 0)
    for ms in months.values():
        if not ms:
            continue
        start = min(ms)
        for i in range(n):
            m = first + i
            now, before = m in ms, (m - 1) in ms
            prev[i] += before
            out.loc[i, "members"] += now
            out.loc[i, "new"] += now and m == start
            out.loc[i, "retained"] += now and before
            out.loc[i, "resurrected"] += now and not before and m > start
            out.loc[i, "churned"] += before and not now
    out["churn_rate"] = [c / q if q else None for c, q in zip(out["churned"], prev)]
    out["month"] = [pd.Timestamp((first + i) // 12, (first + i) % 12 + 1, 1) for i in range(n)]
    return out[cols]
