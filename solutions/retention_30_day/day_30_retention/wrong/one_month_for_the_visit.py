# Customers are eligible after 30 days, but the visit is looked for one calendar month after signup. A month has
# 28 to 31 days, so that is mostly another day. Use signup date + 30 days in both places.
# rule: day_n
import pandas as pd


def day_30_retention(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.assign(signup_date=customers["signup_ts"].dt.normalize())
    eligible = signups[signups["signup_date"] + pd.Timedelta(days=30) <= as_of]
    pairs = eligible.merge(visits, on="customer_id")
    a_month_later = pairs["signup_date"] + pd.DateOffset(months=1)
    retained = pairs.loc[pairs["visit_ts"].dt.normalize() == a_month_later, "customer_id"].nunique()
    n = len(eligible)
    return pd.DataFrame(
        {"eligible": [n], "retained": [retained], "retention": [retained / n if n else None]}
    )
