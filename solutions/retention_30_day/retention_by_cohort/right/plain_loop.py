# Style: a plain loop with a dictionary of months; the months are datetime.date objects.
from datetime import timedelta

import pandas as pd


def retention_by_cohort(customers, visits, params):
    as_of = params["as_of"].iloc[0].date()
    known = visits.dropna()
    came = {(int(i), ts.date()) for i, ts in zip(known["customer_id"], known["visit_ts"])}
    months = {}
    for customer_id, signup_ts in customers.dropna().itertuples(index=False):
        day_30 = signup_ts.date() + timedelta(days=30)
        count = months.setdefault(signup_ts.date().replace(day=1), [0, 0, 0])
        count[0] += 1
        if day_30 <= as_of:
            count[1] += 1
            count[2] += (customer_id, day_30) in came
    rows = [
        (month, signups, eligible, retained, retained / eligible if eligible else None)
        for month, (signups, eligible, retained) in sorted(months.items())
    ]
    return pd.DataFrame(rows, columns=["cohort_month", "signups", "eligible", "retained", "retention"])
