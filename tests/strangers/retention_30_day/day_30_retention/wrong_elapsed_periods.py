# day 30 = elapsed 24-hour periods, `.dt.days` of a timestamp difference
import pandas as pd


def day_30_retention(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    c = customers[customers["signup_ts"].dt.normalize() + pd.Timedelta(days=30) <= as_of]
    m = c.merge(visits.dropna(), on="customer_id")
    m = m[(m["visit_ts"] - m["signup_ts"]).dt.days == 30]
    n, k = len(c), m["customer_id"].nunique()
    return pd.DataFrame({"eligible": [n], "retained": [k], "retention": [k / n if n else None]})
