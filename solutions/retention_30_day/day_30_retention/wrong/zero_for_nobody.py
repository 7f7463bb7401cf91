# With nobody eligible, retention is given as 0. A 0 says that nobody stayed; missing says that nobody could be
# measured. Return None (in SQL: NULLIF around the denominator, and no COALESCE around the ratio).
# rule: share
import pandas as pd


def day_30_retention(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.assign(day_30=customers["signup_ts"].dt.normalize() + pd.Timedelta(days=30))
    eligible = signups[signups["day_30"] <= as_of]
    pairs = eligible.merge(visits, on="customer_id")
    retained = pairs.loc[pairs["visit_ts"].dt.normalize() == pairs["day_30"], "customer_id"].nunique()
    return pd.DataFrame(
        {
            "eligible": [len(eligible)],
            "retained": [retained],
            "retention": [retained / max(len(eligible), 1)],
        }
    )
