import numpy as np
import pandas as pd


def retention_curve(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    c = customers[customers["signup_ts"].notna()].copy()
    c["d"] = c["signup_ts"].dt.normalize()
    observed = (as_of - c["d"]).dt.days.to_numpy(dtype="int64")
    observed = np.clip(observed[observed >= 0], 0, 30)
    hist = np.bincount(observed, minlength=31)
    eligible = hist[::-1].cumsum()[::-1]

    v = visits.dropna(subset=["customer_id", "visit_ts"]).astype({"customer_id": "int64"})
    v = v.assign(vd=v["visit_ts"].dt.normalize())
    v = v[v["vd"] <= as_of].merge(c[["customer_id", "d"]], on="customer_id")
    v["age"] = (v["vd"] - v["d"]).dt.days
    v = v[v["age"].between(0, 30)].drop_duplicates(["customer_id", "age"])
    retained = np.bincount(v["age"].to_numpy(dtype="int64"), minlength=31)

    with np.errstate(divide="ignore", invalid="ignore"):
        rate = np.where(eligible > 0, retained / eligible, np.nan)
    return pd.DataFrame(
        {"day": np.arange(31), "eligible": eligible, "retained": retained, "retention": rate}
    )
