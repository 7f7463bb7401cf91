# day 0 forced to 100%
import pandas as pd


def retention_curve(customers, visits, params):
    as_of = params.as_of[0]
    c = customers.assign(d=customers.signup_ts.dt.normalize()).dropna()
    seen = set(zip(visits.customer_id, visits.visit_ts.dt.normalize()))
    rows = []
    for n in range(31):
        old = [(i, d + pd.Timedelta(n, "D")) for i, d in zip(c.customer_id, c.d) if d + pd.Timedelta(n, "D") <= as_of]
        k = sum(x in seen for x in old) if n else len(old)
        rows.append((n, len(old), k, k / len(old) if old else None))
    return pd.DataFrame(rows, columns=["day", "eligible", "retained", "retention"])
