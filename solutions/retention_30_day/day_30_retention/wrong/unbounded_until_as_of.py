# Any visit from day 30 up to as_of makes a customer retained. That is another definition of retention
# (unbounded, or rolling); this answer wants a visit on exactly day 30: == instead of >=.
# rule: exact
import pandas as pd


def day_30_retention(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.assign(day_30=customers["signup_ts"].dt.normalize() + pd.Timedelta(days=30))
    eligible = signups[signups["day_30"] <= as_of]
    pairs = eligible.merge(visits, on="customer_id")
    visit_date = pairs["visit_ts"].dt.normalize()
    kept = pairs[(visit_date >= pairs["day_30"]) & (visit_date <= as_of)]
    retained = kept["customer_id"].nunique()
    n = len(eligible)
    return pd.DataFrame(
        {"eligible": [n], "retained": [retained], "retention": [retained / n if n else None]}
    )
