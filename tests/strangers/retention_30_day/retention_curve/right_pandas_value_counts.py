import numpy as np
import pandas as pd


def retention_curve(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    c = customers.dropna(subset=["signup_ts"]).copy()
    c["d"] = c["signup_ts"].dt.floor("D")
    v = visits.dropna().copy()
    v["t"] = v["visit_ts"].dt.floor("D")
    v = v[v["t"] <= as_of].astype({"customer_id": "int64"})
    m = c.merge(v, on="customer_id")
    m["n"] = (m["t"] - m["d"]).dt.days
    day = np.arange(31, dtype=np.int8)
    room = (as_of - c["d"]).dt.days.to_numpy()
    out = pd.DataFrame({"day": day})
    out["eligible"] = [(room >= n).sum() for n in day]
    out["retained"] = m.drop_duplicates(["customer_id", "n"])["n"].value_counts().reindex(range(31), fill_value=0).to_numpy()
    out["retention"] = (out["retained"] / out["eligible"].where(out["eligible"] > 0)).astype("Float64")
    return out.astype({"eligible": "Int64", "retained": "int64[pyarrow]"})
