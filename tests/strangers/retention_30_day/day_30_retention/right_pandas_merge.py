import pandas as pd


def day_30_retention(customers, visits, params):
    as_of = params["as_of"].iloc[0]
    c = customers.loc[customers["signup_ts"].notna(), ["customer_id", "signup_ts"]].copy()
    c["target"] = c["signup_ts"].dt.normalize() + pd.Timedelta(days=30)
    c = c[c["target"] <= as_of]
    v = visits.dropna(subset=["customer_id", "visit_ts"])
    seen = set(zip(v["customer_id"].astype("int64"), v["visit_ts"].dt.normalize()))
    hits = sum((cid, t) in seen for cid, t in zip(c["customer_id"].astype("int64"), c["target"]))
    n = len(c)
    return pd.DataFrame(
        {"eligible": [n], "retained": [hits], "retention": [hits / n if n else None]}
    )
