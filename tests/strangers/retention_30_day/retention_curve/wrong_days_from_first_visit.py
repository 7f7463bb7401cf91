# Slip: days are counted from each customer's first visit instead of from the signup date.
import pandas as pd


def retention_curve(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    c = customers.dropna(subset=["signup_ts"]).copy()
    c["d"] = c["signup_ts"].dt.normalize()
    v = visits.dropna(subset=["customer_id", "visit_ts"]).astype({"customer_id": "int64"})
    v["vd"] = v["visit_ts"].dt.normalize()
    v = v.merge(c[["customer_id", "d"]], on="customer_id")
    v = v[(v["vd"] <= as_of) & (v["vd"] >= v["d"])]
    v["n"] = (v["vd"] - v.groupby("customer_id")["vd"].transform("min")).dt.days
    rows = []
    for n in range(31):
        elig = c.loc[c["d"] + pd.Timedelta(days=n) <= as_of, "customer_id"]
        kept = v.loc[(v["n"] == n) & v["customer_id"].isin(elig), "customer_id"].nunique()
        rows.append((n, len(elig), kept, kept / len(elig) if len(elig) else None))
    return pd.DataFrame(rows, columns=["day", "eligible", "retained", "retention"])
