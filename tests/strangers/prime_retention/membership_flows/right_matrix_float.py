# boolean matrix customers x months with numpy; counts come back as floats, rate NaN
import numpy as np
import pandas as pd


def membership_flows(prime_memberships, params):
    p = prime_memberships
    p = p[p["customer_id"].notna() & p["start_date"].notna() & ~(p["end_date"] <= p["start_date"])]
    names = ["month", "members", "new", "retained", "resurrected", "churned", "churn_rate"]
    if len(p) == 0:
        return pd.DataFrame(columns=names)
    as_of = params["as_of"].iloc[0]
    start = p["start_date"].to_numpy().astype("datetime64[D]")
    end = p["end_date"].fillna(pd.Timestamp("2150-01-01")).to_numpy().astype("datetime64[D]")
    lo = start.min().astype("datetime64[M]")
    hi = (np.datetime64(as_of.date()) + 1).astype("datetime64[M]")
    months = np.arange(lo, hi)
    if len(months) == 0:
        return pd.DataFrame(columns=names)
    codes, people = pd.factorize(p["customer_id"])
    here = np.zeros((len(people), len(months)), dtype=bool)
    for code, s, e in zip(codes, start, end):
        here[code] |= (s < (months + 1).astype("datetime64[D]")) & (
            e > months.astype("datetime64[D]")
        )
    was = np.zeros_like(here)
    was[:, 1:] = here[:, :-1]
    ever = np.maximum.accumulate(was, axis=1)
    out = pd.DataFrame({"month": pd.to_datetime(months.astype("datetime64[s]"))})
    out["members"] = here.sum(0).astype(float)
    out["new"] = (here & ~ever).sum(0).astype(float)
    out["retained"] = (here & was).sum(0).astype(float)
    out["resurrected"] = (here & ever & ~was).sum(0).astype(float)
    out["churned"] = (was & ~here).sum(0).astype(float)
    out["churn_rate"] = out["churned"] / was.sum(0)
    return out
