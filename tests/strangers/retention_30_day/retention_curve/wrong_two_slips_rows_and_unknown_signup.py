# Two slips: retained counts distinct visit timestamps rather than customers, and customers without a signup date stay in every day's denominator.
import pandas as pd


def retention_curve(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    c = customers.assign(d=customers["signup_ts"].dt.normalize())
    v = visits.dropna(subset=["customer_id", "visit_ts"]).drop_duplicates()
    v = v[v["visit_ts"].dt.normalize() <= as_of].astype({"customer_id": "int64"})
    v = v.merge(c[["customer_id", "d"]], on="customer_id")
    age = (v["visit_ts"].dt.normalize() - v["d"]).dt.days
    out = pd.DataFrame({"day": range(31)})
    too_young = [(c["d"] + pd.Timedelta(days=n) > as_of).sum() for n in out["day"]]
    out["eligible"] = len(c) - pd.Series(too_young, dtype="int64")
    out["retained"] = [int((age == n).sum()) for n in out["day"]]
    out["retention"] = out["retained"] / out["eligible"].where(out["eligible"] > 0)
    return out
