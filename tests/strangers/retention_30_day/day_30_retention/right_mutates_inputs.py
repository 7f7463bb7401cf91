import numpy as np
import pandas as pd


def day_30_retention(customers, visits, params):
    customers["d"] = customers["signup_ts"].dt.floor("D")
    customers.dropna(subset=["d"], inplace=True)
    visits["d"] = visits["visit_ts"].dt.floor("D") - pd.Timedelta("30D")
    ok = customers[customers["d"] <= params["as_of"].iat[0] - pd.Timedelta(30, "D")]
    pairs = set(zip(visits["customer_id"], visits["d"]))
    k = sum((a, b) in pairs for a, b in zip(ok["customer_id"], ok["d"]))
    return pd.DataFrame({"eligible": np.int32(len(ok)), "retained": np.int16(k),
                         "retention": [np.float64(k) / len(ok) if len(ok) else np.nan]})
