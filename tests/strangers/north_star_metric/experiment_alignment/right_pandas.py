# style: pandas groupby of flags
import numpy as np
import pandas as pd

def experiment_alignment(past_experiments):
    df = past_experiments.copy()
    eff = df["effect"].astype(float)
    se = df["se"].astype(float)
    df["u"] = eff.notna() & (se > 0)
    df["d"] = df["u"] & (eff.abs() / se.where(se > 0) >= 1.96)
    df["a"] = df["d"] & (np.sign(eff) == np.sign(df["long_term_effect"].astype(float)))
    g = df.groupby("metric")[["u", "d", "a"]].sum().astype(float).reset_index()
    return pd.DataFrame({"metric": g["metric"], "experiments": g["u"], "detected": g["d"],
                         "sensitivity": g["d"] / g["u"].where(g["u"] > 0),
                         "agreement": g["a"] / g["d"].where(g["d"] > 0)})
