from datetime import date, timedelta

import pandas as pd
import pyarrow as pa


def three_definitions(customers, visits, params):
    as_of = params["as_of"].iloc[0].date()
    lags = {}
    born = {int(c): s.date() for c, s in zip(customers["customer_id"], customers["signup_ts"]) if pd.notna(s)}
    born = {c: d for c, d in born.items() if d + timedelta(days=30) <= as_of}
    for c, t in zip(visits["customer_id"], visits["visit_ts"]):
        if pd.notna(c) and pd.notna(t) and c in born and t.date() <= as_of:
            lags.setdefault(int(c), set()).add((t.date() - born[int(c)]).days)
    months = {}
    for c, d in born.items():
        s = lags.get(c, set())
        months.setdefault(date(d.year, d.month, 1), []).append((30 in s, any(1 <= x <= 30 for x in s), any(x >= 30 for x in s)))
    keys = sorted(months)
    share = lambda i: pa.array([sum(r[i] for r in months[m]) / len(months[m]) for m in keys], pa.float64())
    return pa.table({"cohort_month": pa.array(keys, pa.date32()), "eligible": pa.array([len(months[m]) for m in keys], pa.int16()),
                     "on_day_30": share(0), "within_30_days": share(1), "day_30_or_later": share(2)})
