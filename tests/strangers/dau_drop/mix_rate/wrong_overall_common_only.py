# slip: the overall rates are taken over segments present in both periods only; differs: base A 5/10, next A 5/10 and B 4/5 (B and A get another mix)
import numpy as np
import pandas as pd

def mix_rate(base_period, next_period):
    m = base_period.merge(next_period, on="segment", how="outer", suffixes=("0", "1"))
    both = m.dropna()
    R0 = both["active0"].sum() / both["users0"].sum() if both["users0"].sum() > 0 else 0.0
    R1 = both["active1"].sum() / both["users1"].sum() if both["users1"].sum() > 0 else 0.0
    u0, u1 = m["users0"].fillna(0).astype(float), m["users1"].fillna(0).astype(float)
    w0, w1 = u0 / u0.sum(), u1 / u1.sum()
    r0 = m["active0"].astype(float) / u0.where(u0 > 0)
    r1 = m["active1"].astype(float) / u1.where(u1 > 0)
    r0, r1 = r0.fillna(r1), r1.fillna(r0)
    return pd.DataFrame({
        "segment": m["segment"],
        "mix_effect": (w1 - w0) * ((r0 + r1) / 2 - (R0 + R1) / 2),
        "rate_effect": (r1 - r0) * (w0 + w1) / 2,
    })
