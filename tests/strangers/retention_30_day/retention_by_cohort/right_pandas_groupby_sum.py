import numpy as np
import pandas as pd


def retention_by_cohort(customers, visits, params):
    cutoff = params["as_of"].iloc[0] - pd.Timedelta(days=30)
    c = customers[customers["signup_ts"].notna()].copy()
    c["d"] = c["signup_ts"].dt.normalize()
    c["cohort_month"] = c["d"] - pd.to_timedelta(c["d"].dt.day - 1, unit="D")
    c["eligible"] = (c["d"] <= cutoff).astype("int64")

    v = visits.dropna(subset=["customer_id", "visit_ts"])
    keys = pd.DataFrame(
        {
            "customer_id": v["customer_id"].astype("int64"),
            "d": v["visit_ts"].dt.normalize() - pd.Timedelta(days=30),
        }
    ).drop_duplicates()
    keys["hit"] = 1
    c = c.merge(keys, on=["customer_id", "d"], how="left")
    c["retained"] = c["hit"].fillna(0).astype("int64") * c["eligible"]

    out = (
        c.groupby("cohort_month", as_index=False)
        .agg(signups=("customer_id", "size"), eligible=("eligible", "sum"), retained=("retained", "sum"))
        .sort_values("cohort_month")
    )
    den = out["eligible"].to_numpy(dtype="float64")
    num = out["retained"].to_numpy(dtype="float64")
    out["retention"] = np.divide(num, den, out=np.full(len(out), np.nan), where=den > 0)
    return out
