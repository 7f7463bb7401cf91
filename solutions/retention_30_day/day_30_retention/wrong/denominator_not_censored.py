# The visits stop at as_of, but the denominator does not: it also holds customers whose day 30 is still to come.
# They cannot be counted as lost yet. Put only customers with signup date + 30 on or before as_of below the line.
# rule: eligible
import pandas as pd


def day_30_retention(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    signups = customers.dropna(subset="signup_ts")
    seen = visits[visits["visit_ts"].dt.normalize() <= as_of]
    pairs = signups.merge(seen, on="customer_id")
    day = (pairs["visit_ts"].dt.normalize() - pairs["signup_ts"].dt.normalize()).dt.days
    retained = pairs.loc[day == 30, "customer_id"].nunique()
    eligible = len(signups)
    return pd.DataFrame(
        {
            "eligible": [eligible],
            "retained": [retained],
            "retention": [retained / eligible if eligible else None],
        }
    )
