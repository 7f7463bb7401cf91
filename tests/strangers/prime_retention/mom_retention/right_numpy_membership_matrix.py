import numpy as np
import pandas as pd


def mom_retention(prime_memberships, params):
    p = prime_memberships[
        prime_memberships["customer_id"].notna()
        & prime_memberships["start_date"].notna()
        & ~(prime_memberships["end_date"] <= prime_memberships["start_date"])
    ]
    cols = ["month", "members_prev", "retained", "retention"]
    if len(p) == 0:
        return pd.DataFrame(columns=cols)
    day_after = params["as_of"].iloc[0] + pd.Timedelta(days=1)
    last = day_after.year * 12 + day_after.month - 2
    a = (p["start_date"].dt.year * 12 + p["start_date"].dt.month - 1).to_numpy(dtype="int64")
    end = p["end_date"] - pd.Timedelta(days=1)
    b = (end.dt.year * 12 + end.dt.month - 1).fillna(last).to_numpy(dtype="int64")
    first = int(a.min())
    n = last - first + 1
    if n < 2:
        return pd.DataFrame(columns=cols)

    codes, _ = pd.factorize(p["customer_id"].astype("int64"))
    here = np.zeros((codes.max() + 1, n), dtype=bool)
    for c, x, y in zip(codes, a - first, b - first):
        here[c, x : min(y, n - 1) + 1] = True
    prev = here[:, :-1].sum(axis=0)
    kept = (here[:, :-1] & here[:, 1:]).sum(axis=0)
    months = [pd.Timestamp((first + i) // 12, (first + i) % 12 + 1, 1) for i in range(1, n)]
    rate = [k / q if q else None for k, q in zip(kept.tolist(), prev.tolist())]
    return pd.DataFrame({"month": months, "members_prev": prev, "retained": kept, "retention": rate})
