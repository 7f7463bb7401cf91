import datetime as dt
from decimal import Decimal

import pandas as pd


def day_30_retention(**tables):
    as_of = tables["params"].as_of[0].date()
    seen = {(int(c), t.date()) for c, t in tables["visits"].itertuples(index=False) if pd.notna(c) and pd.notna(t)}
    n = k = 0
    for cid, ts in tables["customers"].itertuples(index=False):
        if pd.isna(ts):
            continue
        target = ts.date() + dt.timedelta(days=30)
        if target > as_of:
            continue
        n += 1
        k += (cid, target) in seen
    return pd.DataFrame([{"retention": float(k) / n if n else None, "eligible": Decimal(n), "retained": Decimal(k)}],
                        dtype=object)
