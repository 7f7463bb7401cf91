# Style: a loop over the 31 days with sets of customers, rows as dictionaries.
from datetime import timedelta

import pandas as pd


def retention_curve(customers, visits, params):
    as_of = params["as_of"].iloc[0].date()
    signup = {
        int(row["customer_id"]): row["signup_ts"].date()
        for _, row in customers.iterrows()
        if not pd.isnull(row["signup_ts"])
    }
    came_on = {}
    for _, row in visits.iterrows():
        if pd.isnull(row["visit_ts"]) or pd.isnull(row["customer_id"]):
            continue
        if row["customer_id"] in signup and row["visit_ts"].date() <= as_of:
            day = (row["visit_ts"].date() - signup[row["customer_id"]]).days
            came_on.setdefault(day, set()).add(row["customer_id"])
    rows = []
    for day in range(31):
        eligible = sum(date + timedelta(days=day) <= as_of for date in signup.values())
        retained = len(came_on.get(day, ()))
        retention = retained / eligible if eligible else None
        rows.append({"day": day, "eligible": eligible, "retained": retained, "retention": retention})
    return pd.DataFrame(rows)
