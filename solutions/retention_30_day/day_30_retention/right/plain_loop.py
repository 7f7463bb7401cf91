# Style: a plain loop over rows with datetime.date, a set per customer, and a Decimal as the ratio.
from datetime import timedelta
from decimal import Decimal

import pandas as pd


def day_30_retention(customers, visits, params):
    as_of = params.loc[0, "as_of"].date()
    dates = {}
    for customer_id, visit_ts in zip(visits["customer_id"], visits["visit_ts"]):
        if pd.notna(customer_id) and pd.notna(visit_ts):
            dates.setdefault(int(customer_id), set()).add(visit_ts.date())
    eligible = retained = 0
    for row in customers.itertuples(index=False):
        if pd.isna(row.signup_ts):
            continue
        day_30 = row.signup_ts.date() + timedelta(days=30)
        if day_30 <= as_of:
            eligible += 1
            retained += day_30 in dates.get(row.customer_id, set())
    share = Decimal(retained) / Decimal(eligible) if eligible else None
    return pd.DataFrame([{"eligible": eligible, "retained": retained, "retention": share}])
