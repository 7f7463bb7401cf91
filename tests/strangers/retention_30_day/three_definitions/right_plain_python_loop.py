from collections import defaultdict

import pandas as pd


def three_definitions(customers, visits, params):
    as_of = params["as_of"].iloc[0].date()
    days = defaultdict(set)
    for cid, ts in zip(visits["customer_id"], visits["visit_ts"]):
        if pd.isna(cid) or pd.isna(ts):
            continue
        if ts.date() <= as_of:
            days[int(cid)].add(ts.date().toordinal())

    tally = defaultdict(lambda: [0, 0, 0, 0])
    for cid, ts in zip(customers["customer_id"], customers["signup_ts"]):
        if pd.isna(ts):
            continue
        d = ts.date().toordinal()
        if d + 30 > as_of.toordinal():
            continue
        ages = {x - d for x in days.get(int(cid), ())}
        t = tally[(ts.year, ts.month)]
        t[0] += 1
        t[1] += 30 in ages
        t[2] += any(1 <= a <= 30 for a in ages)
        t[3] += any(a >= 30 for a in ages)

    rows = [
        (pd.Timestamp(y, m, 1), n, a / n, b / n, c / n)
        for (y, m), (n, a, b, c) in sorted(tally.items())
    ]
    return pd.DataFrame(
        rows, columns=["cohort_month", "eligible", "on_day_30", "within_30_days", "day_30_or_later"]
    )
